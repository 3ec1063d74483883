import AtomicFile
import ExamModel
import ExamPackage
import Foundation
import Ledger
import Sealing

extension Office {
    /// Revokes the sealed paper (`paper revoke`): from then on release and opening refuse it, and another may be sealed in
    /// its place, even after a release. Not once somebody has begun: judges decide then. Returns the notice for the sites.
    func revokePaper(by role: Purpose, reason: String) throws(Refusal) -> [String] {
        let stage = try begin(.paperRevoke, by: role)
        try refuseOnceAnswered()
        let package = try sealedPaper()
        try refuseRevoked(package, stage.account)
        let notice = try PaperRevocation.data(
            revoking: package, by: credential(of: role), reason: reason, at: clock())
        try AtomicFile.write(notice, to: folder.revocation)
        try putReleaseAside()
        try stage.record(
            inputs: [folder.paper], outputs: [folder.revocation],
            note: [Self.paperNote: package.digest.description, Self.reasonNote: reason])
        let name = folder.name(of: folder.revocation)
        console.say(
            "试卷包已作废：请把 \(name) 发到每个考点，放在试卷包旁边；可以重新组卷、封卷",
            "the paper is revoked: send \(name) to every site, to lie beside the paper; assemble and seal anew")
        return [name]
    }

    /// Refuses a paper that the ledger says was revoked.
    func refuseRevoked(_ package: PaperPackage, _ account: Account) throws(Refusal) {
        let line = account.lines.last {
            $0.action == .paperRevoke && $0.note[Self.paperNote] == package.digest.description
        }
        guard let line else { return }
        throw .paperRevoked(
            reason: line.note[Self.reasonNote] ?? "", at: Place(file: Ledger.fileName, line: line.sequence))
    }

    /// The release of a revoked paper opens nothing that may be opened; it is kept under `versions/`.
    private func putReleaseAside() throws(Refusal) {
        guard FileManager.default.fileExists(atPath: folder.release.path) else { return }
        let versions = folder.release.deletingLastPathComponent()
            .appending(path: "versions", directoryHint: .isDirectory)
        try folder.makeFolder(versions)
        let digest = try digest(of: folder.release).description.prefix(12)
        do {
            try FileManager.default.moveItem(
                at: folder.release, to: versions.appending(path: "paper-\(digest).kcr"))
        } catch {
            throw Refusal(
                .folderUnwritable, at: Place(file: folder.name(of: folder.release)),
                "无法移走作废试卷的启封文件：\(error.localizedDescription)",
                "the release of the revoked paper cannot be put aside: \(error.localizedDescription)")
        }
    }

    private static let paperNote = "paper"
    private static let reasonNote = "reason"
}

extension ExamFolder {
    /// The notice that a paper was revoked, beside the paper.
    var revocation: URL { paper.deletingPathExtension().appendingPathExtension("kcx") }
}
