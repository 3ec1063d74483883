import ExamModel
import ExamPackage
import ExamSeat
import ExamTestSupport
import Foundation
import Testing

/// The real executable in a real terminal.
struct TerminalTests {
    private func terminal(_ sample: SealedSample, _ options: String = "", under shell: String = "") throws -> TmuxScreen
    {
        let command = try Product.path("kaochang-terminal")
        return try TmuxScreen(
            "\(shell)'\(command)' --paper '\(sample.folder["papers/sample.kcp"].path)' \(options)")
    }

    private func logIn(_ screen: TmuxScreen) throws {
        try screen.wait(for: "准考证号", "身份证号后六位")
        try screen.type("5101200001", "Enter")
        try screen.type("00001x", "Enter")
        try screen.wait(for: "请核对是不是本人", "考生1")
        try screen.type("Enter")
    }

    private func begin(_ screen: TmuxScreen) throws {
        try logIn(screen)
        try screen.wait(for: "考场规则", "不得携带手机")
        try screen.type("Enter")
    }

    @Test func answersSurviveKillNineAndAreHandedIn() throws {
        let sample = try SealedSample(at: .now, earliestHandIn: 0)
        do {
            let screen = try terminal(sample)
            try begin(screen)
            #expect(!(try screen.wait(for: "等待启封")).contains("题干"))
            try sample.release(start: .now)
            try screen.wait(for: "第 1 题的题干", "已答 0/6")
            try screen.type("b")
            try screen.type("g", "4", "Enter")
            try screen.type("a", "c", "m")
            try screen.wait(for: "[x] A", "[x] C", "已标记", "已答 2/6", "已保存")
            kill(try screen.process(), SIGKILL)
            try screen.wait(for: "ENDED:137")
        }
        let screen = try terminal(sample)
        try logIn(screen)
        try screen.wait(for: "第 4 题的题干", "[x] A", "[x] C", "已标记", "已答 2/6")
        try screen.type("F10")
        try screen.wait(for: "未答 4 题：2、3、5、6", "标记 1 题：4")
        try screen.type("Right", "Enter")
        try screen.wait(for: "再次确认")
        try screen.type("Right", "Enter")
        try screen.wait(for: "已交卷", "回执码")

        let sheet = try #require(try sample.sheet(of: 1))
        #expect(
            sheet.responses == [Response(item: "i1", options: ["2"]), Response(item: "i4", options: ["1", "3"])])
        try screen.wait(for: Receipt(sheet).description)
        try screen.type("F10")
        try screen.wait(for: "ENDED:0", "RESTORED")
    }

    @Test func timeThatRunsOutHandsIn() throws {
        let sample = try SealedSample(at: .now, minutes: 1, latestStart: 1)
        try sample.release(start: .now.addingTimeInterval(-15))
        let screen = try terminal(sample)
        try begin(screen)
        try screen.wait(for: "不足五分钟", "剩余 00:00:")
        try screen.type("a")
        try screen.wait(for: "已答 1/6", "已保存")
        try screen.wait(for: "考试时间到，已自动交卷", "回执码")
        let sheet = try #require(try sample.sheet(of: 1))
        #expect(sheet.ending == .timeUp && sheet.seconds == 60)
        #expect(sheet.responses == [Response(item: "i1", options: ["1"])])
        try screen.wait(for: Receipt(sheet).description)
    }

    @Test func noKeyOrSignalLeadsOutAndTerminationKeepsTheJournal() throws {
        let sample = try SealedSample(at: .now)
        try sample.release(start: .now)
        let screen = try terminal(sample)
        try begin(screen)
        try screen.wait(for: "第 1 题的题干")
        try screen.type("C-c", "C-z", "C-\\", "C-d", "C-s", "C-q", "Escape", "F10", "Enter", "d")
        try screen.wait(for: "(x) D", "已保存")
        let process = try screen.process()
        for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU] { kill(process, signal) }
        try screen.type("a")
        try screen.wait(for: "(x) A", "已保存")
        kill(process, SIGTERM)
        try screen.wait(for: "ENDED:1", "RESTORED")
        let again = try terminal(sample)
        try logIn(again)
        try again.wait(for: "(x) A", "已答 1/6")
    }

    @Test func aWindowTooSmallLosesNothing() throws {
        let sample = try SealedSample(at: .now)
        try sample.release(start: .now)
        let screen = try terminal(sample)
        try begin(screen)
        try screen.wait(for: "第 1 题的题干")
        try screen.type("c")
        try screen.wait(for: "(x) C", "已保存")
        try screen.resize(rows: 20, columns: 70)
        #expect(!(try screen.wait(for: "窗口太小")).contains("题干"))
        try screen.resize(rows: 40, columns: 120)
        try screen.wait(for: "(x) C", "答题卡", "三、判断题 6-6", ">*1")
    }

    /// The shell lets no file grow beyond 2 KiB, as a full disk would; then the limit is lifted.
    @Test func aDiskThatRefusesIsSaidAtOnceAndTriedAgain() throws {
        let sample = try SealedSample(at: .now)
        try sample.release(start: .now)
        let screen = try terminal(sample, under: "ulimit -S -f 2; ")
        try begin(screen)
        try screen.wait(for: "第 1 题的题干")
        try screen.type("a", "b", "c", "d", "a", "b", "c", "d")
        try screen.wait(for: "未能保存", "(x) D", "举手")
        try Command.run("prlimit", ["--pid", "\(screen.process())", "--fsize=unlimited"], in: sample.folder.url)
        try screen.wait(for: "已保存", "(x) D")
        kill(try screen.process(), SIGKILL)
        try screen.wait(for: "ENDED:137")
        let again = try terminal(sample)
        try logIn(again)
        try again.wait(for: "(x) D", "已答 1/6")
    }

    @Test func fiveWrongLoginsCallTheInvigilator() throws {
        let sample = try SealedSample(at: .now)
        let screen = try terminal(sample)
        try screen.wait(for: "准考证号")
        for round in 1...5 {
            try screen.type("5101200001", "Enter")
            try screen.type("99999x", "Enter")
            try screen.wait(for: round < 5 ? "不对，请重新输入" : "联系监考员")
        }
        try screen.type("5101200001", "Enter")
        #expect(!(try screen.text()).contains("[ 51"))
    }

    @Test func plainModeIsTheSameExamLineByLine() throws {
        let sample = try SealedSample(at: .now, earliestHandIn: 0)
        try sample.release(start: .now)
        let command = try Product.path("kaochang-terminal")
        let output = try Command.shell(
            """
            printf '%s\\n' '5101200001 00001x' y '' b n 'g 5' ad s yes yes '' \
            | '\(command)' --plain --lang en --paper papers/sample.kcp
            """, in: sample.folder)
        let sheet = try #require(try sample.sheet(of: 1))
        #expect(
            sheet.responses == [Response(item: "i1", options: ["2"]), Response(item: "i5", options: ["1", "4"])])
        let text = String(decoding: output, as: UTF8.self)
        #expect(text.contains("Receipt \(try Receipt(sheet))"))
        #expect(text.contains("[x] D 丁"))
    }

    @Test func whatCannotBeOpenedIsSaidBeforeTheScreenOpens() throws {
        let sample = try SealedSample(at: .now)
        let other = try SealedSample(at: .now)
        let command = try Product.path("kaochang-terminal")
        try sample.folder.write(other.folder.read("keys/authority.pem"), as: "others/authority.pem")
        for name in ["site.pem", "site.key", "slips/site.txt"] {
            try sample.folder.write(other.folder.read("keys/\(name)"), as: "others/\(name)")
            if name != "slips/site.txt" {
                try sample.folder.write(other.folder.read("keys/\(name)"), as: "locked/\(name)")
            }
        }
        try sample.folder.write(sample.folder.read("keys/authority.pem"), as: "locked/authority.pem")
        for (arguments, code, words) in [
            ("--paper papers/none.kcp", 1, "FILE_MISSING"), ("--paper keys/site.pem", 1, "错误"),
            ("--paper papers/sample.kcp --credentials others", 1, "CERTIFICATE_UNTRUSTED"),
            ("--paper papers/sample.kcp --credentials locked", 1, "--passphrase-file"),
            ("--paper papers/sample.kcp < /dev/null", 1, "--plain"), ("", 64, "--paper"),
        ] {
            let output = try Command.shell("setsid '\(command)' \(arguments) 2>&1 || echo CODE:$?", in: sample.folder)
            let text = String(decoding: output, as: UTF8.self)
            #expect(text.contains(words) && text.contains("CODE:\(code)\n"), "\(arguments): \(text)")
        }
    }
}
