import AtomicFile
import ExamModel
import Foundation

/// How much the database held a moment ago, kept in a file beside it: a database that holds less has lost rows that were
/// acknowledged, however whole it looks.
struct SiteMark: Hashable, Sendable, Codable {
    static let fileName = "site.mark"

    let events: Int
    let lines: Int

    init(events: Int, lines: Int) {
        self.events = events
        self.lines = lines
    }

    /// Of a folder's database; nil before the first one.
    init?(in folder: SiteFolder) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: folder.mark.path) else { return nil }
        let data = try AtomicFile.read(folder.mark, limit: 1 << 10)
        guard let mark = try? JSONDecoder().decode(Self.self, from: data) else { throw Self.refusal(folder) }
        self = mark
    }

    @concurrent
    func write(to folder: SiteFolder) async throws(Refusal) {
        guard let data = try? JSONEncoder().encode(self) else { return }
        try AtomicFile.write(data, to: folder.mark, permissions: 0o600)
    }

    /// Refuses a database that holds less, `found`: SITE_DATABASE.
    func check(_ found: SiteMark, in folder: SiteFolder) throws(Refusal) {
        guard found.events >= events, found.lines >= lines else { throw Self.refusal(folder) }
    }

    private static func refusal(_ folder: SiteFolder) -> Refusal {
        Refusal(
            .siteDatabase, at: Place(file: folder.database.lastPathComponent),
            "考点数据库比先前少了内容（缺失、截断或换成了旧的一份），已保存的作答可能不全。请改用热备份接管（--take-over，见运行手册）",
            "the site's database holds less than it did (missing, cut short or an older one): saved answers may be lacking; "
                + "take over from the hot copy (--take-over, see the runbook)")
    }
}
