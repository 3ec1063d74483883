import AtomicFile
import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing
package import Sitting

/// What a terminal keeps between two starts (`--state`): who it is, and the journals of its candidates, a folder a paper.
package struct TerminalFolder: Sendable {
    /// Who the machine is in a room: only its user may read it.
    package struct Machine: Hashable, Sendable, Codable {
        /// The SHA-256 of the authority's certificate: another exam, another enrolment.
        package let authority: Digest
        package let token: String
        /// The seat that the machine stands at.
        package let seat: String
        /// The highest reign that was seen; see ``SiteTime``.
        package var reign: Int
        /// What the site last said of the exam; nil before it did.
        package var exam: Exam?
        /// The site's certificate in PEM, likewise.
        package var certificate: String?
    }

    package let url: URL

    /// Makes the folder where there is none.
    package init(_ url: URL) throws(Refusal) {
        self.url = url
        try Self.make(url)
    }

    /// Nil when the machine was never enrolled for exams of this authority, or what was kept cannot be read.
    package func machine(of authority: Digest) -> Machine? {
        guard let bytes = try? AtomicFile.read(machineFile, limit: 1 << 20),
            let machine = try? CanonicalJSON.decode(Machine.self, from: bytes), machine.authority == authority
        else { return nil }
        return machine
    }

    package func keep(_ machine: Machine) throws(Refusal) {
        try AtomicFile.write(CanonicalJSON.encode(machine), to: machineFile, permissions: 0o600)
    }

    /// The journal's file of the candidate and paper that `header` names.
    package func journal(of header: JournalHeader) throws(Refusal) -> URL {
        let paper = url.appending(path: String(header.paper.description.prefix(16)), directoryHint: .isDirectory)
        try Self.make(paper)
        return paper.appending(path: "\(header.ticket).kcj")
    }

    private var machineFile: URL { url.appending(path: "machine.json") }

    private static func make(_ folder: URL) throws(Refusal) {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Refusal(
                .terminalFolder, at: Place(file: folder.path), "无法建立存放作答记录的文件夹，请检查权限和磁盘",
                "the folder for the journals cannot be made; check permissions and the disk")
        }
    }
}

extension FindingCode {
    package static let terminalFolder: FindingCode = "TERMINAL_FOLDER"
}
