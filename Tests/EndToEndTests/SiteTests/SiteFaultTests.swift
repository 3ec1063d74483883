import ExamTestSupport
import Foundation
import Testing

/// The real server under everything that machines, networks and people do to it. The client is not ours: a script that
/// speaks the protocol and counts what was acknowledged.
@Suite(.serialized) struct SiteFaultTests {
    /// `KAOCHANG_FAULT_SECONDS` makes the suite go on for longer, `KAOCHANG_FAULT_SEED` in another order.
    private static let environment = ProcessInfo.processInfo.environment
    private static let seconds = environment["KAOCHANG_FAULT_SECONDS"].flatMap(Int.init) ?? 20
    private static let seed = environment["KAOCHANG_FAULT_SEED"].flatMap(Int.init) ?? Int.random(in: 0..<1_000_000)

    private func site(of people: Int) throws -> TemporaryFolder {
        let work = try SiteWork(of: people).folder
        try Command.run(
            "cc", ["-shared", "-fPIC", "-O2", "-o", work["faults.so"].path, Fixture.url("site/faults.c").path, "-ldl"],
            in: work.url)
        return work
    }

    private func run(_ script: String, in work: TemporaryFolder, _ more: [String] = []) throws -> String {
        let arguments = [
            try Product.path("kaochang-site"), work["site"].path, work["credentials"].path, work.url.path,
        ]
        do {
            return String(decoding: try Command.python("site/\(script)", arguments + more), as: UTF8.self)
        } catch {
            let log = (try? work.read("server.log")).map { String(decoding: $0.suffix(2000), as: UTF8.self) } ?? ""
            Issue.record("\(script): \(error)\n\(log)")
            throw error
        }
    }

    @Test func nothingThatWasAcknowledgedIsLost() throws {
        let table = try run("site_faults.py", in: site(of: 8), ["\(Self.seconds)", "\(Self.seed)"])
        print("seed \(Self.seed)\n\(table)")
        #expect(table.contains("lost: 0"))
    }

    @Test func whatNobodyMayIsRefused() throws {
        let table = try run("site_abuse.py", in: site(of: 4))
        print(table)
        #expect(table.contains("not refused as they should be: 0"))
    }
}
