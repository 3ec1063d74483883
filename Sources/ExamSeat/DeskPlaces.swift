package import ExamModel
package import Foundation
import Sealing

/// Where a machine finds the paper, its release and the site's credentials, and keeps answers.
package struct DeskPlaces: Hashable, Sendable {
    private static let authorityName = "authority.pem"

    package let paper: URL
    package let release: URL
    package let credentials: URL
    package let answers: URL

    /// What is nil is found by the paper: the release beside it with the ending `.kcr`, the credentials in a folder
    /// `keys` beside it or above, the answers in a folder `answers` beside the paper's folder.
    package init(paper: URL, release: URL?, credentials: URL?, answers: URL?) throws(Refusal) {
        self.paper = paper
        self.release = release ?? paper.deletingPathExtension().appendingPathExtension("kcr")
        self.answers =
            answers ?? paper.deletingLastPathComponent().deletingLastPathComponent().appending(path: "answers")
        self.credentials =
            if let credentials { credentials } else { try Self.findKeys(from: paper.deletingLastPathComponent()) }
    }

    private static func findKeys(from folder: URL) throws(Refusal) -> URL {
        var place = folder.standardizedFileURL
        while true {
            let keys = place.appending(path: "keys")
            if FileManager.default.fileExists(atPath: keys.appending(path: authorityName).path) { return keys }
            guard place.path != "/" else { break }
            place = place.deletingLastPathComponent()
        }
        throw Refusal(
            .keysNotFound, at: Place(file: folder.path),
            "在试卷所在文件夹及其上级都找不到 keys/\(authorityName)，请用 --credentials 指定证书文件夹",
            "no keys/\(authorityName) beside the paper or above it; name the folder by --credentials")
    }

    /// Opens the paper as far as a site may, with the key of the site whose credentials these are.
    ///
    /// - Parameters:
    ///   - passphraseFile: opens the site's key; when nil, the slip beside it or somebody at the terminal does.
    ///   - warn: told of a key without a passphrase.
    package func openDesk(
        passphraseFile: URL? = nil, warn: @escaping @Sendable (Finding) -> Void = { _ in }
    ) throws(Refusal) -> ExamDesk {
        let files = passphraseFile.map { [PassphraseFile(url: $0)] } ?? []
        let keys = KeyFolder(credentials, passphrases: PassphraseSource(files: files), warn: warn)
        let trust = try keys.trust()
        let site = try keys.siteCredential()
        return try ExamDesk(
            paper: SitePaper.open(paper, trusting: trust, site: site), release: release, answers: answers)
    }
}

extension FindingCode {
    package static let keysNotFound: FindingCode = "KEYS_NOT_FOUND"
}
