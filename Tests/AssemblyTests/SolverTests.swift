import Assembly
import ExamModel
import ExamTestSupport
import Foundation
import Testing

/// Random banks and blueprints with every kind of rule, feasible and infeasible, against a solver of integer programs
/// (CBC), which is told the rules by ``SolverProgram``.
struct SolverTests {
    /// Case 22 cannot be met, which only a long search ends with: left out, for it takes a minute in a debug build.
    private static let numbers = (0..<40).filter { $0 != 22 } + [59]

    @Test(arguments: numbers) func agreesWithASolver(number: Int) throws {
        let sample = RandomCase(number)
        let folder = try TemporaryFolder()
        try Data(SolverProgram(sample).text.utf8).write(to: folder["case.lp"])
        let said = try Command.run("cbc", ["case.lp", "-solve", "-solution", "answer.txt"], in: folder.url)
        let answer = try String(contentsOf: folder["answer.txt"], encoding: .utf8)
        try #require(
            answer.hasPrefix("Optimal") || answer.contains("nfeasible"), "\(String(decoding: said, as: UTF8.self))")
        let isFeasible = answer.hasPrefix("Optimal")
        do throws(AssemblyFailure) {
            let forms = try Assembler(sample.blueprint, pool: sample.pool).forms(seed: Seed(text: "5eed")!)
            #expect(FormChecker(sample.blueprint, pool: sample.pool).findings(in: forms) == [])
            #expect(isFeasible)
        } catch {
            let isProven = !error.causes.contains { $0.code == .formsNotFound }
            // What was searched for and not found claims nothing.
            #expect(!isProven || !isFeasible, "\(error.causes.map(\.message.chinese))")
            #expect(!isFeasible, "there are forms, and none was found")
        }
    }
}
