import ExamModel
package import SiteProtocol

/// What a rehearsal does in the place of the people at a site.
extension SiteApplication {
    /// Whether the release was taken in.
    package var hasRelease: Bool {
        get async { await hall.released != nil }
    }

    /// Requests of terminals since the start.
    package var requests: (total: Int, peakPerSecond: Int) { (meter.total, meter.peak) }

    /// One-time codes for the machines at these seats, by seat.
    package func enrolmentCodes(for seats: [String]) async throws(SiteFault) -> [String: String] {
        try await hall.perform(.issueCodes(seats), by: Self.rehearsal, because: Self.rehearsal).codes
    }

    /// Admits everybody who asks to sit at another machine.
    package func admitWhoeverAsks() async throws(SiteFault) {
        for (_, incident) in await hall.record.openIncidents where incident.kind == .needsAdmission {
            guard let ticket = incident.ticket, let seat = incident.seat else { continue }
            _ = try await hall.perform(.admit(ticket, seat: seat), by: Self.rehearsal, because: Self.rehearsal)
        }
    }

    /// As the site's log names it.
    private static let rehearsal = "rehearsal"
}
