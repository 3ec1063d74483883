import AtomicFile
package import ExamModel
package import ExamPackage
import ExamSeat
package import Foundation
import Ledger
package import Sealing
import Synchronization

/// The folder of an exam site (考点文件夹): `paper.kcp`, `release.kcr` once it is there, `keys/` with the authority's and
/// the site's certificates and the site's key, the database, and the site's part of the ledger.
package struct SiteFolder: Sendable {
    package let url: URL

    package init(_ url: URL) {
        self.url = url
    }

    package var paper: URL { url.appending(path: "paper.kcp") }
    package var release: URL { url.appending(path: "release.kcr") }
    package var keys: URL { url.appending(path: "keys", directoryHint: .isDirectory) }
    var database: URL { url.appending(path: SiteStore.fileName) }
    var mark: URL { url.appending(path: SiteMark.fileName) }
    var ledger: URL { url.appending(path: SiteNote.fileName) }
    private var lockFile: URL { url.appending(path: "site.lock") }

    /// Holds the folder for this process. Refuses a folder that another server serves: SITE_IN_USE.
    func lock() throws(Refusal) -> SiteLock {
        let descriptor = open(lockFile.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Refusal(
                .siteFolder, at: Place(file: lockFile.path), "考点文件夹无法写入，请检查路径和权限",
                "the site's folder cannot be written; check its path and permissions")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Refusal(
                .siteInUse, at: Place(file: url.path), "这个考点文件夹正由另一个服务器进程使用，一个文件夹只能有一个",
                "another server is serving this folder; only one may")
        }
        return SiteLock(descriptor)
    }

    /// Checks a release, a file or the text of one, against the paper and puts it into the folder as a file. Refuses what ``Release`` refuses, and one of another
    /// paper.
    package func accept(
        release url: URL, passphrases: PassphraseSource, warn: @escaping @Sendable (Finding) -> Void
    ) throws(Refusal) -> Release {
        let data = try AtomicFile.read(url, limit: 1 << 20)
        let site = try openPaper(passphrases, warn: warn)
        let release = try Release.open(data, named: url.lastPathComponent, for: site.package)
        try site.package.checkRelease(release, now: release.document.notBefore)
        try AtomicFile.write(release.bytes, to: self.release, permissions: 0o600)
        return release
    }

    /// The paper, opened with the site's certificate.
    func openPaper(_ passphrases: PassphraseSource, warn: @escaping @Sendable (Finding) -> Void) throws(Refusal)
        -> SitePaper
    {
        let folder = KeyFolder(keys, passphrases: passphrases, warn: warn)
        let site = try folder.siteCredential()
        return try SitePaper.open(paper, trusting: folder.trust(), site: site)
    }
}

/// A held folder; let go when nobody keeps it.
final class SiteLock: Sendable {
    private let descriptor: Int32

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}

extension FindingCode {
    static let siteFolder: FindingCode = "SITE_FOLDER"
    static let siteInUse: FindingCode = "SITE_IN_USE"
}
