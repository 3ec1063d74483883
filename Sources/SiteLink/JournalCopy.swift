import AtomicFile
import ExamModel
import Foundation

/// A candidate's journal on this machine, before anybody sits here: made the same as the site's, which other machines
/// may have continued.
struct JournalCopy: Sendable {
    private static let mostBytes = 64 << 20

    let url: URL

    var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

    /// Fetches what the site has and this machine has not. A journal that is another one than the site's is put aside,
    /// never deleted, after the site was shown where it differs; then the site's is taken.
    func reconcile(with client: SiteClient) async throws {
        let site = Self.lines(of: try await client.lines(from: 0))
        let mine = exists ? Self.lines(of: try AtomicFile.read(url, limit: Self.mostBytes)) : []
        if let first = zip(mine, site).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset {
            // The site refuses the line and calls the invigilator.
            _ = try? await client.post(lines: mine[first], from: first)
            try putAside()
        } else if mine.count >= site.count {
            return
        }
        try AtomicFile.write(Data(site.joined()), to: url, permissions: 0o600)
    }

    private func putAside() throws(Refusal) {
        for number in 1... {
            let target = url.appendingPathExtension("forked-\(number)")
            guard !FileManager.default.fileExists(atPath: target.path) else { continue }
            guard rename(url.path, target.path) == 0 else { throw .unreadable(url, errno) }
            return
        }
    }

    /// Whole lines with their line feeds.
    private static func lines(of bytes: Data) -> [Data] {
        var pieces = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
        pieces.removeLast()
        return pieces.map { Data($0) + [0x0a] }
    }
}
