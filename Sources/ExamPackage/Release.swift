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
    private let bytes: Data

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
        return Release(document: document, trust: trust, file: file, key: key, bytes: data)
    }

    func tooEarly() -> Refusal {
        let time = document.notBefore.ISO8601Format()
        return Refusal(
            .releaseTooEarly, at: Place(file: file), "未到启封时间（\(time)），请等候。如时间已到，请校准本机时钟。",
            "The paper may not be opened before \(time); wait, or set this machine's clock.")
    }
}
