import AtomicFile
package import ExamModel
package import Foundation
package import Sealing

/// Leave to open a paper (启封, `.kcr`), signed by office and supervision, found whole. It holds the key of the forms:
/// who has it and the site's private key can read them, so it travels when the time has come.
package struct Release: Sendable {
    package let document: ReleaseDocument
    /// The authority that the caller trusts.
    package let trust: Trust
    let file: String
    let key: ContentKey
    /// The release file.
    package let bytes: Data
    private let container: SignedContainer

    package var session: Session { document.session }

    package func write(to url: URL) throws(Refusal) {
        try AtomicFile.write(bytes, to: url)
    }

    /// Reads a release and verifies it.
    ///
    /// Refuses: PACKAGE_NOT_EXACT, FORMAT_UNKNOWN, VERSION_UNKNOWN, PART_MISSING, PART_UNEXPECTED, and what
    /// ``Signature`` refuses.
    package static func open(_ url: URL, trusting trust: Trust) throws(Refusal) -> Release {
        try open(AtomicFile.read(url, limit: 1 << 20), named: url.lastPathComponent, trusting: trust)
    }

    /// The same for bytes in memory; `file` is the name used in refusals.
    package static func open(
        _ data: Data, named file: String, trusting trust: Trust
    ) throws(Refusal) -> Release {
        let container = try SignedContainer(data, named: PartName.release, signers: PartName.signers, file: file)
        if let name = container.parts.keys.min() { throw .partUnexpected(name, of: file) }
        let document = try ReleaseDocument.read(container.document, of: file)
        _ = try container.signers(trusting: trust, at: document.created)
        guard let key = document.contentKey else { throw .inconsistent(PartName.release, of: file) }
        return Release(document: document, trust: trust, file: file, key: key, bytes: data, container: container)
    }

    /// A release for a paper at hand: a file, or the text that ``ReleaseText`` makes of one.
    ///
    /// Refuses: RELEASE_TEXT with the line of a misprint, and what ``open(_:named:trusting:)`` refuses.
    package static func open(_ url: URL, for paper: PaperPackage) throws(Refusal) -> Release {
        try open(AtomicFile.read(url, limit: 1 << 20), named: url.lastPathComponent, for: paper)
    }

    /// The same for bytes in memory.
    package static func open(_ data: Data, named file: String, for paper: PaperPackage) throws(Refusal) -> Release {
        guard !data.starts(with: Data("PK".utf8)), let text = String(data: data, encoding: .utf8) else {
            return try open(data, named: file, trusting: paper.trust)
        }
        return try open(typed: text, named: file, for: paper)
    }

    static func open(typed text: String, named file: String, for paper: PaperPackage) throws(Refusal) -> Release {
        guard let data = try ReleaseText.file(from: TypedBytes.data(typed: text, in: file), for: paper) else {
            throw Refusal(
                .releaseText, at: Place(file: file), "这不是本试卷包完整的启封文字，请核对行数和试卷包。",
                "this is not the whole text of a release for this paper; check the number of lines and the paper.")
        }
        return try open(data, named: file, trusting: paper.trust)
    }

    func signature(of signer: Purpose) throws(Refusal) -> Data {
        try container.signature(of: signer)
    }

    func tooEarly() -> Refusal {
        let time = document.notBefore.ISO8601Format()
        return Refusal(
            .releaseTooEarly, at: Place(file: file), "未到启封时间（\(time)），请等候。如时间已到，请校准本机时钟。",
            "The paper may not be opened before \(time); wait, or set this machine's clock.")
    }
}
