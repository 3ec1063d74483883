import AtomicFile
package import ExamModel
import ExamPackage
package import ExamSeat
package import Foundation
package import Sealing
package import Sitting

/// Makes the sealed answers of a site (答卷包) for the office: every sheet of everybody who began, signed by the site and
/// encrypted to grading.
package struct SiteExport: Sendable {
    /// What was exported.
    package struct Summary: Hashable, Sendable, Codable {
        /// The file that goes to the office.
        package let file: String
        package let sha256: Digest
        package let sheets: Int
        /// How they ended, by ``AnswerSheet/Ending``.
        package let endings: [String: Int]
        /// Who never began.
        package let absent: [TicketNumber]
        /// Candidates of whom lines came from a machine that they had left.
        package let stranded: [TicketNumber]
        /// The site's part of the ledger; nil when nobody decided anything.
        package let ledger: String?
        /// Why the ledger lacks what the log has; nil when it is whole.
        package let ledgerFault: Bilingual?
    }

    package static let fileName = "answers.kca"

    private let folder: SiteFolder
    private let hall: Hall

    /// Reads the folder's database; a server may be serving it.
    package init(
        _ folder: SiteFolder, passphrases: PassphraseSource, clock: @escaping @Sendable () -> ClockReading,
        warn: @escaping @Sendable (Finding) -> Void
    ) async throws {
        try await self.init(folder, paper: folder.openPaper(passphrases, warn: warn), clock: clock)
    }

    /// The same with a paper that is open already.
    package init(
        _ folder: SiteFolder, paper: SitePaper, clock: @escaping @Sendable () -> ClockReading
    ) async throws {
        self.folder = folder
        hall = try Hall(folder, site: paper, copyingTo: nil, clock: clock)
        try await hall.restore()
    }

    /// Closes what goes on although everybody has left: its terminals are gone, the answers that are here count. Refuses a
    /// folder that a server serves; there the console closes.
    package func closeRest(because reason: String) async throws {
        let lock = try folder.lock()
        let open = await hall.unfinished()
        if !open.isEmpty { _ = try await hall.perform(.close(open), by: NSUserName(), because: reason) }
        withExtendedLifetime(lock) {}
    }

    /// Writes the answers into `target`, and the journals beside them when `journals` is set. Refuses while a sitting goes on:
    /// SITTINGS_OPEN.
    package func write(into target: URL, journals: Bool, at date: Date) async throws -> Summary {
        let open = await hall.unfinished()
        guard open.isEmpty else {
            let names = open.prefix(10).map(\.text).joined(separator: "、")
            throw Refusal(
                .sittingsOpen, "还有 \(open.count) 人没有交卷（\(names)…）：请等候到时，或在控制台收卷；终端已不在的，用 --close 由考点结束",
                "\(open.count) sittings go on (\(names)…): wait, collect them at the console, or end them by --close")
        }
        let sheets = await hall.sheets()
        let site = hall.site
        let bytes = try AnswerPackage.seal(
            sheets, of: site.package.reference, site: site.site, grading: site.grading, at: date)
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        let file = target.appending(path: Self.fileName)
        try AtomicFile.write(bytes, to: file, permissions: 0o600)
        if journals { try await writeJournals(of: sheets.map(\.ticket), into: target.appending(path: "journals")) }
        let (ledger, ledgerFault) = try await writeLedger(into: target)
        let sat = Set(sheets.map(\.ticket))
        return Summary(
            file: file.path, sha256: Digest(of: bytes), sheets: sheets.count,
            endings: Dictionary(grouping: sheets, by: \.ending.rawValue).mapValues(\.count),
            absent: site.seats.map(\.ticket).filter { !sat.contains($0) }, stranded: try hall.store.strandedTickets(),
            ledger: ledger,
            ledgerFault: ledgerFault)
    }

    /// A server that runs brings the ledger up to the log itself.
    private func writeLedger(into target: URL) async throws -> (file: String?, fault: Bilingual?) {
        var fault: Bilingual?
        if let lock = try? folder.lock() {
            await hall.ledger.settle()
            fault = hall.ledger.standing.fault
            withExtendedLifetime(lock) {}
        }
        guard FileManager.default.fileExists(atPath: folder.ledger.path) else { return (nil, fault) }
        let copy = target.appending(path: folder.ledger.lastPathComponent)
        try AtomicFile.write(AtomicFile.read(folder.ledger, limit: 1 << 30), to: copy)
        return (copy.path, fault)
    }

    private func writeJournals(of tickets: [TicketNumber], into folder: URL) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for ticket in tickets {
            let bytes = try hall.store.lines(of: ticket).asText
            try AtomicFile.write(bytes, to: folder.appending(path: "\(ticket).kcj"), permissions: 0o600)
        }
    }
}

extension Hall {
    /// Who began and has not ended.
    func unfinished() -> [TicketNumber] {
        site.seats.map(\.ticket).filter { ticket in
            guard let sitting = record.sittings[ticket], sitting.state != nil else { return false }
            return !sitting.hasEnded
        }
    }

    /// Of everybody who began, in the order of the paper.
    func sheets() -> [AnswerSheet] {
        site.seats.compactMap { record.sittings[$0.ticket]?.sheet }
    }
}

extension FindingCode {
    static let sittingsOpen: FindingCode = "SITTINGS_OPEN"
}
