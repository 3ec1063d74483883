package import ExamModel
package import Foundation

extension Exam {
    /// Reads `exam.yaml`. Everything wrong in it is reported together.
    package static func read(_ url: URL) throws(Refusal) -> Exam {
        let document = try SettingsDocument(url)
        let top = document.top
        top.expect(["id", "title", "session", "room-rules", "barred-lists", "sites", "terminal-classes", "rooms"])
        let id = top.text("id", example: "sichuan-2020-qualifier")
        if let id, id.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,62}/) == nil {
            top.refuse(
                "id", id, line: top.line(of: "id"), expected: "小写字母、数字和连字符", "lower-case letters, digits and hyphens")
        }
        let title = top.text("title", example: "2020年度全省晋级赛")
        let session = top.map("session", example: "（下一级写 name、start、minutes）").flatMap(Session.read)
        let roomRules = top.texts("room-rules", example: "- 保持安静")
        let barredLists = top.has("barred-lists") ? top.texts("barred-lists", example: "[barred.csv]") : []
        if let barredLists, let path = barredLists.first(where: { $0.contains("/") || $0.isEmpty }) {
            top.refuse(
                "barred-lists", path, line: top.line(of: "barred-lists"), expected: "本文件夹里的文件名",
                "names of files in this folder")
        }
        let sites = Station.readAll("sites", of: top)
        let terminals = Station.readAll("terminal-classes", of: top)
        guard let id, let title, let session, let roomRules, let barredLists, let sites, let terminals else {
            return try document.finish(nil)
        }
        return try document.finish(
            Exam(
                id: ExamID(id), title: title, session: session, roomRules: roomRules, barredLists: barredLists,
                sites: sites, terminalClasses: terminals))
    }
}

extension Session {
    fileprivate static func read(_ map: SettingsMap) -> Session? {
        map.expect(["name", "start", "minutes", "latest-start", "earliest-hand-in", "earliest-login", "grace"])
        let name = map.text("name", example: "第一场")
        let start = map.moment("start")
        let minutes = map.integer("minutes", in: 1...600, example: 90)
        let longest = minutes ?? 600
        let latestStart = map.integer("latest-start", in: 0...longest, example: 30)
        let earliestHandIn = map.integer("earliest-hand-in", in: 0...longest, example: 30)
        let earliestLogin = map.has("earliest-login") ? map.integer("earliest-login", in: 0...600, example: 30) : nil
        let grace = map.has("grace") ? map.integer("grace", in: 0...1440, example: 30) : nil
        guard let name, let start, let minutes, let latestStart, let earliestHandIn else { return nil }
        return Session(
            name: name, start: start, minutes: minutes, latestStartMinutes: latestStart,
            earliestHandInMinutes: earliestHandIn, earliestLoginMinutes: earliestLogin, graceMinutes: grace)
    }
}
