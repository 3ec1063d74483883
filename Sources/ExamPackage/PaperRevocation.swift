import AtomicFile
import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// That a sealed paper may not be opened any more (作废通知, `.kcx`): signed by the office or by supervision, either of
/// whom can stop an exam but not open one. See `docs/Formats.md`.
package struct PaperRevocation: Sendable {
    package let notice: RevocationNotice
    private let file: String

    /// Makes a notice. Refuses certificates of other roles than office and supervision.
    package static func data(
        revoking paper: PaperPackage, by signer: Credential, reason: String, at date: Date
    ) throws(Refusal) -> Data {
        let notice = RevocationNotice(of: paper.reference, reason: reason, created: date)
        let bytes = try SignedContainer(
            CanonicalJSON.encode(notice), named: PartName.revocation, signedBy: [signer], at: date,
            file: PartName.revocation
        ).bytes()
        _ = try open(bytes, named: PartName.revocation, trusting: paper.trust)
        return bytes
    }

    /// Reads a notice and verifies it. Refuses the same as ``Release/open(_:named:trusting:)``.
    package static func open(
        _ data: Data, named file: String, trusting trust: Trust
    ) throws(Refusal) -> PaperRevocation {
        let container = try container(data, file)
        if let name = container.parts.keys.min() { throw .partUnexpected(name, of: file) }
        let notice = try RevocationNotice.read(container.document, of: file)
        _ = try container.signers(trusting: trust, at: notice.created)
        return PaperRevocation(notice: notice, file: file)
    }

    private static func container(_ data: Data, _ file: String) throws(Refusal) -> SignedContainer {
        do throws(Refusal) {
            return try SignedContainer(data, named: PartName.revocation, signers: [.office], file: file)
        } catch {
            guard error.has(.partMissing) else { throw error }
            return try SignedContainer(data, named: PartName.revocation, signers: [.supervision], file: file)
        }
    }

    /// Refuses a paper that was revoked: PAPER_REVOKED. A notice for another paper says nothing.
    package func refuse(_ paper: PaperPackage) throws(Refusal) {
        guard notice.reference == paper.reference else { return }
        throw .paperRevoked(reason: notice.reason, at: Place(file: file))
    }
}

extension PaperPackage {
    /// Refuses a paper beside which there is a notice that it was revoked, and a notice that does not hold.
    package func refuseRevoked(by url: URL) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        let data = try AtomicFile.read(url, limit: 1 << 20)
        try PaperRevocation.open(data, named: url.lastPathComponent, trusting: trust).refuse(self)
    }
}

extension Refusal {
    package static func paperRevoked(reason: String, at place: Place) -> Refusal {
        Refusal(
            .paperRevoked, at: place, "这份试卷包已经作废（\(reason)），不得启封、打开；请取用重新封装的试卷包。",
            "this paper was revoked (\(reason)): it may be neither released nor opened; get the one sealed in its place."
        )
    }
}

extension FindingCode {
    package static let paperRevoked: FindingCode = "PAPER_REVOKED"
}
