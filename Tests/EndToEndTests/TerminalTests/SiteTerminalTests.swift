import ExamModel
import ExamPackage
import ExamSeat
import ExamTestSupport
import Foundation
import Testing

/// The real terminal against the real server, over TLS.
struct SiteTerminalTests {
    @Test func enrolledByTheInvigilatorThroughOutageAndKillToTheReceipt() throws {
        let sample = try SealedSample(at: .now, earliestHandIn: 0)
        let site = try RunningSite(sample)
        do {
            let screen = try TmuxScreen(site.terminal("machine"))
            try screen.wait(for: "登记码")
            try screen.type("WRONG1", "Enter")
            try screen.wait(for: "不对")
            try screen.type(site.code("1"), "Enter")
            try screen.sitDown()
            #expect(!(try screen.wait(for: "等待启封")).contains("题干"))
            try site.release(start: .now)
            try screen.wait(for: "第 1 题的题干", "已答 0/6")
            try screen.type("b")
            try screen.wait(for: "已答 1/6", "已送达")

            try site.act("\"action\":\"message\",\"everybody\":true,\"text\":\"第三题有更正\"")
            try screen.wait(for: "监考员通知", "第三题有更正")
            try screen.type("Space")
            try site.act("\"action\":\"pause\",\"everybody\":true")
            #expect(!(try screen.wait(for: "已暂停作答")).contains("题干"))
            try site.act("\"action\":\"resume\",\"everybody\":true")
            try screen.wait(for: "第 1 题的题干", "已送达")

            site.stop(SIGKILL)
            try screen.type("Right", "c")
            try screen.wait(for: "已答 2/6", "网络中断，作答已存本机")
            kill(try screen.process(), SIGKILL)
            try screen.wait(for: "ENDED:137")
        }
        try site.start()
        let screen = try TmuxScreen(site.terminal("machine"))
        try screen.logIn()
        try screen.wait(for: "第 2 题的题干", "(x) C", "已答 2/6", "已送达")
        site.stop(SIGKILL)
        try screen.handIn()
        try screen.wait(for: "已交卷", "回执码", "网络中断")
        try site.start()
        try screen.wait(for: "答卷已送达", "F10 结束")
        try screen.type("F10")
        try screen.wait(for: "准考证号", "身份证号后六位")
    }

    @Test func anotherMachineGoesOnWhereTheSiteStands() throws {
        let sample = try SealedSample(at: .now, earliestHandIn: 0)
        try sample.release(start: .now)
        let site = try RunningSite(sample)
        let first = try TmuxScreen(site.terminal("first", "--code \(site.code("1"))"))
        try first.sitDown()
        try first.wait(for: "第 1 题的题干")
        try first.type("d")
        try first.wait(for: "已答 1/6", "已送达")
        let second = try TmuxScreen(site.terminal("second", "--code \(site.code("2"))"))
        try second.wait(for: "准考证号", "身份证号后六位")
        try second.type("5101200001", "Enter")
        try second.type("00001x", "Enter")
        try second.wait(for: "请举手", "换机须经监考员同意")
        try site.act("\"action\":\"admit\",\"tickets\":[\"5101200001\"],\"seat\":\"2\"")
        try second.wait(for: "请核对是不是本人")
        try second.type("Enter")
        try second.wait(for: "第 1 题的题干", "(x) D", "已答 1/6")
        try first.wait(for: "已在另一台机器上继续作答")
        try site.act("\"action\":\"collect\",\"everybody\":true")
        try second.wait(for: "监考员已收卷", "回执码", "答卷已送达")
    }
}
