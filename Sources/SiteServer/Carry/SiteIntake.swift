import AtomicFile
package import ExamModel
import ExamSeat
package import Foundation
package import Sealing
import SiteProtocol
package import Sitting

/// Takes journals in that were carried to the site by hand: by the server of the folder, or where none runs into the
/// folder's database.
package struct SiteIntake: Sendable {
    private let folder: SiteFolder
    private let passphrases: PassphraseSource
    private let clock: SystemClock
    private let warn: @Sendable (Finding) -> Void

    package init(
        _ folder: SiteFolder, passphrases: PassphraseSource, clock: SystemClock,
        warn: @escaping @Sendable (Finding) -> Void
    ) {
        self.folder = folder
        self.passphrases = passphrases
        self.clock = clock
        self.warn = warn
    }

    /// Refuses what the site refuses: JOURNAL_NOT_TAKEN, with the site's reason.
    package func take(_ file: URL, because reason: String) async throws -> CarriedJournal {
        let data = try AtomicFile.read(file, limit: SealedJournal.mostBytes)
        let place = Place(file: file.lastPathComponent)
        do {
            let reply = try await ControlClient(folder).take(data, because: reason)
            return try JSONDecoder().decode(CarriedJournal.self, from: reply)
        } catch let refusal as Refusal {
            guard refusal.findings.first?.code == .siteNotRunning else {
                throw Refusal(refusal.findings.map { Finding(.error, .journalNotTaken, at: place, $0.message) })
            }
        }
        do {
            return try await takeAlone(data, because: reason)
        } catch let fault as SiteFault {
            throw Refusal([Finding(.error, .journalNotTaken, at: place, fault.message)])
        }
    }

    private func takeAlone(_ data: Data, because reason: String) async throws -> CarriedJournal {
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        let site = try folder.openPaper(passphrases, warn: warn)
        let clock = clock
        let hall = try Hall(folder, site: site, copyingTo: nil, clock: { clock.read() })
        try await hall.restore()
        return try await hall.take(carried: data, by: NSUserName(), because: reason)
    }
}

extension FindingCode {
    package static let journalNotTaken: FindingCode = "JOURNAL_NOT_TAKEN"
}
