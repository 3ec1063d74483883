import ExamTestSupport
import Foundation
import Testing

/// What the invigilator orders, on the screen of the real terminal.
struct SiteOrderTests {
    private static let everybody = "\"everybody\":true"

    private func order(_ action: String, _ more: String = "", at site: RunningSite) throws {
        let answer = try site.act("\"action\":\"\(action)\",\(Self.everybody)\(more)")
        try #require(answer.contains("\"tickets\":[\"5101200001\"]"), "\(action): \(answer)")
    }

    /// One minute is all there is, and most of it is over when the paper is released.
    @Test func timeGivenAfterTheEndReopensTheReceiptUntilTheAnswersAreCollectedAndDeclaredVoid()
        throws
    {
        let site = try RunningSite(SealedSample(at: .now, candidates: 1, minutes: 1, earliestHandIn: 0))
        let screen = try TmuxScreen(site.terminal("machine", "--code \(site.code("1"))"))
        try screen.sitDown()
        try screen.wait(for: "等待启封")
        try site.release(start: .now.addingTimeInterval(-45))
        try screen.wait(for: "第 1 题的题干")
        try screen.type("b")
        try screen.wait(for: "考试时间到", "回执码", "答卷已送达")
        #expect(try site.room().contains("\"stage\":\"time-up\""))

        try order("give-time", ",\"seconds\":1800", at: site)
        try screen.wait(for: "第 1 题的题干", "(x) B", "已答 1/6", seconds: 5)
        try screen.type("c")
        try screen.wait(for: "(x) C", "已送达")
        try order("pause", at: site)
        #expect(!(try screen.wait(for: "已暂停作答", seconds: 5)).contains("题干"))
        try screen.type("d")
        try order("resume", at: site)
        try screen.wait(for: "第 1 题的题干", "(x) C", seconds: 5)
        try order("message", ",\"text\":\"还有三十分钟\"", at: site)
        try screen.wait(for: "监考员通知", "还有三十分钟", seconds: 5)
        try screen.type("Space")
        try order("collect", at: site)
        try screen.wait(for: "监考员已收卷", "答卷已送达", seconds: 5)
        #expect(try site.room().contains("\"stage\":\"collected\""))
        try order("void", at: site)
        try screen.wait(for: "作废", seconds: 5)
        #expect(try site.room().contains("\"stage\":\"voided\""))
    }

    @Test func lineByLineTheSameGoesOnAtASite() throws {
        let site = try RunningSite(SealedSample(at: .now, candidates: 1, earliestHandIn: 0))
        let screen = try TmuxScreen(site.terminal("machine", "--plain"), rows: 60)
        try screen.wait(for: "登记码")
        try screen.type(site.code("1"), "Enter")
        try screen.wait(for: "请在一行内输入准考证号")
        try screen.type("5101200001 00001x", "Enter")
        try screen.wait(for: "输入 y 确认是本人")
        try screen.type("y", "Enter")
        try screen.wait(for: "已阅读请按回车")
        try screen.type("Enter")
        try site.release(start: .now)
        try screen.wait(for: "1/6", "第 1 题的题干")
        try screen.type("b", "Enter")
        try screen.wait(for: "[x] B")
        try site.waitForRoom(with: "\"answered\":1")
        try order("message", ",\"text\":\"第三题有更正\"", at: site)
        try screen.wait(for: "监考员通知：第三题有更正", seconds: 5)
        try order("pause", at: site)
        try screen.wait(for: "已暂停作答", seconds: 5)
        try order("resume", at: site)
        site.stop(SIGKILL)
        try screen.wait(for: "网络中断，作答已存本机")
        try site.start()
        try screen.wait(for: "网络已恢复")
        try screen.type("s", "Enter")
        try screen.wait(for: "交卷前请核对")
        try screen.type("yes", "Enter")
        try screen.wait(for: "再次确认")
        try screen.type("yes", "Enter")
        try screen.wait(for: "已交卷", "回执码", "答卷已送达")
        #expect(try site.room().contains("\"stage\":\"handed-in\""))
    }
}
