import ExamTestSupport
import Foundation
import Testing

/// A terminal that cannot reach its site, and what happens to its answers.
struct SiteCutOffTests {
    /// The files with an ending in a terminal's state folder.
    private func files(_ ending: String, in folder: URL) throws -> [URL] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(ending) }
            .map { folder.appending(path: $0) }
    }

    /// Seals and releases a paper of one minute, most of which is over; answers one item with the site and one without, and
    /// waits until the time is up.
    private func runOut(_ site: RunningSite) throws -> TmuxScreen {
        let screen = try TmuxScreen(site.terminal("machine", "--code \(site.code("1"))"))
        try screen.sitDown()
        try screen.wait(for: "等待启封")
        try site.release(start: .now.addingTimeInterval(-40))
        try screen.wait(for: "第 1 题的题干")
        try screen.type("b")
        try screen.wait(for: "已答 1/6", "已送达")
        site.stop(SIGKILL)
        try screen.type("Right", "c")
        try screen.wait(for: "考试时间到", "已答 2/6", "回执码", "网络中断")
        return screen
    }

    @Test func timeThatRunsOutWhileCutOffIsDeliveredOnReconnection() throws {
        let site = try RunningSite(SealedSample(at: .now, candidates: 1, minutes: 1, earliestHandIn: 0))
        let screen = try runOut(site)
        try site.start()
        try screen.wait(for: "答卷已送达")
        let room = try site.room()
        #expect(room.contains("\"stage\":\"time-up\"") && room.contains("\"answered\":2"), "\(room)")
    }

    @Test func answersAreCarriedByHandWhereNoNetworkComesBack() throws {
        let site = try RunningSite(SealedSample(at: .now, candidates: 1, minutes: 1, earliestHandIn: 0))
        let screen = try runOut(site)
        let state = site.sample.folder["machine"]
        var carried: [URL] = []
        for _ in 1...200 where carried.isEmpty {
            carried = try files(".kcl", in: state)
            usleep(50_000)
        }
        let file = try #require(carried.first)
        let spoilt = site.sample.folder["spoilt.kcl"]
        try Data(Data(contentsOf: file).dropLast()).write(to: spoilt)
        let refused = try site.command("take", spoilt.path, "--reason", "no network")
        #expect(refused.status == 1 && refused.text.contains("JOURNAL_NOT_TAKEN"), "\(refused.text)")
        let taken = try site.command("take", file.path, "--reason", "no network")
        #expect(taken.status == 0 && taken.text.contains("the sitting has ended"), "\(taken.text)")

        kill(try screen.process(), SIGKILL)
        try site.start()
        let room = try site.room()
        #expect(room.contains("\"stage\":\"time-up\"") && room.contains("\"answered\":2"), "\(room)")
        let again = try site.command("take", file.path, spoilt.path, "--reason", "once more", "--json")
        #expect(again.status == 3 && again.text.contains("\"fresh\":0"), "\(again.text)")
        let exported = try site.command("export", "--into", site.sample.folder["export"].path)
        #expect(exported.status == 0, "\(exported.text)")
    }

    @Test func terminalsGoToTheHotCopyThatTookOverAndNeverBack() throws {
        let sample = try SealedSample(at: .now, candidates: 1, earliestHandIn: 0)
        try sample.release(start: .now)
        let first = try RunningSite(sample, name: "first", options: ["--copy", "FOLDER/copy"])
        let port = try RunningSite.freePort()
        let screen = try TmuxScreen(first.terminal("machine", "--code \(first.code("1"))", or: port))
        try screen.sitDown()
        try screen.wait(for: "第 1 题的题干")
        try screen.type("b")
        try screen.wait(for: "已答 1/6", "已送达")
        first.stop(SIGKILL)
        try screen.type("Right", "c")
        try screen.wait(for: "已答 2/6", "网络中断")

        let second = try RunningSite(sample, name: "copy", port: port, options: ["--take-over"])
        try screen.wait(for: "已答 2/6", "已送达")
        #expect(try second.room().contains("\"answered\":2"))
        #expect(try second.room().contains("\"reign\":2"))
        // The machine that was taken over is on again, with an older reign.
        try first.start()
        second.stop(SIGKILL)
        try screen.type("Right", "d")
        try screen.wait(for: "已答 3/6", "网络中断")
        try second.start()
        try screen.wait(for: "已答 3/6", "已送达")
        try screen.handIn()
        try screen.wait(for: "已交卷", "答卷已送达")
        #expect(try second.room().contains("\"stage\":\"handed-in\""))
    }

    /// Somebody changed the journal on the machine's disk.
    @Test func aForkedJournalIsRefusedShownAndPutAside() throws {
        let sample = try SealedSample(at: .now, candidates: 1, earliestHandIn: 0)
        try sample.release(start: .now)
        let site = try RunningSite(sample)
        do {
            let screen = try TmuxScreen(site.terminal("machine", "--code \(site.code("1"))"))
            try screen.sitDown()
            try screen.wait(for: "第 1 题的题干")
            try screen.type("b")
            try screen.wait(for: "(x) B", "已送达")
            kill(try screen.process(), SIGKILL)
            try screen.wait(for: "ENDED:137")
        }
        let journal = try #require(try files(".kcj", in: sample.folder["machine"]).first)
        let text = String(decoding: try Data(contentsOf: journal), as: UTF8.self)
        let forged = text.replacingOccurrences(of: "\"options\":[\"2\"]", with: "\"options\":[\"3\"]")
        try #require(forged != text)
        try Data(forged.utf8).write(to: journal)

        let screen = try TmuxScreen(site.terminal("machine"))
        try screen.logIn()
        try screen.wait(for: "第 1 题的题干", "(x) B", "已送达")
        #expect(try site.room().contains("\"kind\":\"forked\""))
        let aside = try #require(try files(".forked-1", in: sample.folder["machine"]).first)
        #expect(try Data(contentsOf: aside) == Data(forged.utf8))
        try screen.type("d")
        try screen.wait(for: "(x) D", "已送达")
    }
}
