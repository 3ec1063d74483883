import ExamTestSupport
import Foundation
import Glibc
import Testing

/// A bank survives `kill -9` at any point of an import: it opens, is sound, and holds all of the file or nothing of it.
struct BankCrashTests {
    private static let count = 3000

    private func items(_ folder: OfficeFolder) throws {
        var text = "题型,题干,选项A,选项B,选项C,选项D,答案\n"
        for number in 0..<Self.count {
            text += "单选题,第\(number)件事项的办理时限为（）日。,甲,乙,丙,丁,B\n"
        }
        try folder.temporary.write(Data(text.utf8), as: "items.csv")
    }

    /// What SQLite itself says of the bank, and how many items it holds.
    private func state(_ folder: OfficeFolder) throws -> String {
        let script = """
            import sqlite3
            bank = sqlite3.connect("b.sqlite")
            tables = [name for (name,) in bank.execute("SELECT name FROM sqlite_master WHERE name = 'entry'")]
            count = bank.execute("SELECT count(*) FROM entry").fetchone()[0] if tables else 0
            history = bank.execute("SELECT count(*) FROM change").fetchone()[0] if tables else 0
            print(bank.execute("PRAGMA integrity_check").fetchone()[0], count, history)
            """
        return String(decoding: try Command.run("python3", ["-c", script], in: folder.temporary.url), as: UTF8.self)
    }

    @Test func allOrNothingAfterKillNine() throws {
        let folder = try OfficeFolder()
        try items(folder)
        let whole = "ok \(Self.count) \(Self.count)\n"
        let start = ContinuousClock.now
        #expect(try folder.kaochang("bank", "import", "items.csv", "--bank", "b.sqlite").status == 0)
        let duration = ContinuousClock.now - start
        #expect(try state(folder) == whole)
        for step in 1...12 {
            for name in ["b.sqlite", "b.sqlite-wal", "b.sqlite-shm"] {
                try? FileManager.default.removeItem(at: folder.temporary[name])
            }
            let process = Process()
            process.executableURL = URL(filePath: try Product.path("kaochang"))
            process.arguments = ["bank", "import", "items.csv", "--bank", "b.sqlite"]
            process.currentDirectoryURL = folder.temporary.url
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            let pause = duration * step / 12
            usleep(UInt32(pause.components.seconds * 1_000_000 + pause.components.attoseconds / 1_000_000_000_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let state = try state(folder)
            #expect(["ok 0 0\n", whole].contains(state), "killed at \(step)/12")
            #expect(try folder.kaochang("bank", "import", "items.csv", "--bank", "b.sqlite").status == 0)
            #expect(try self.state(folder) == whole)
        }
    }

    @Test func twoProcessesAtOnceLoseNothing() async throws {
        let folder = try OfficeFolder()
        for half in 0..<2 {
            var text = "题型,题干,选项A,选项B,答案\n"
            for number in 0..<300 { text += "单选题,第\(half)组第\(number)题（）。,甲,乙,A\n" }
            try folder.temporary.write(Data(text.utf8), as: "half\(half).csv")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for half in 0..<2 {
                group.addTask {
                    let run = try folder.kaochang("bank", "import", "half\(half).csv", "--bank", "b.sqlite")
                    #expect(run.status == 0, "\(run.errors)")
                }
            }
            try await group.waitForAll()
        }
        #expect(try state(folder) == "ok 600 600\n")
    }
}
