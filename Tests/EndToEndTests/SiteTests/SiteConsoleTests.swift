import ExamTestSupport
import Foundation
import Testing

/// The invigilator's console through the real executables: over TLS, by commands, and in a browser.
struct SiteConsoleTests {
    private func run(_ script: String, _ arguments: [String], in work: URL) throws -> String {
        let all = [try Product.path("kaochang-site"), work.appending(path: "site").path] + arguments
        do {
            return String(decoding: try Command.python("site/\(script)", all), as: UTF8.self)
        } catch {
            let log = (try? Data(contentsOf: work.appending(path: "server.log")))
                .map { String(decoding: $0.suffix(2000), as: UTF8.self) }
            Issue.record("\(script): \(error)\n\(log ?? "")")
            throw error
        }
    }

    @Test func peopleSignInAndScriptsAct() throws {
        let sample = try SealedSample(at: .now.addingTimeInterval(1800), candidates: 4)
        try Command.shell(
            "mkdir site && cp papers/sample.kcp site/paper.kcp && cp -r keys site/", in: sample.folder)
        let table = try run("site_console.py", [sample.folder.url.path, "4"], in: sample.folder.url)
        #expect(table.contains("not as they should be: 0"), "\(table)")
    }

    /// `KAOCHANG_PICTURES` names a folder for screenshots, `KAOCHANG_CANDIDATES` how many there are.
    @Test func theRoomIsSeenAndRunInABrowser() throws {
        let environment = ProcessInfo.processInfo.environment
        let people = environment["KAOCHANG_CANDIDATES"].flatMap(Int.init) ?? 12
        let work = try SiteWork(of: people)
        let pictures = environment["KAOCHANG_PICTURES"].map { [$0] } ?? []
        let table = try run(
            "site_page.py", [work.folder["credentials"].path, work.folder.url.path] + pictures, in: work.folder.url)
        if table.contains("skipped") { print(table) }
        #expect(table.contains("skipped") || table.contains("not as they should be: 0"), "\(table)")
    }
}
