import ExamTestSupport
import Foundation
import Testing

/// A key never reaches a terminal: its program does not even know the type.
struct VaultTests {
    @Test func theTerminalHoldsNoSymbolOfTheVault() throws {
        let folder = try TemporaryFolder()
        let symbols = String(
            decoding: try Command.run("nm", ["--no-demangle", Product.path("kaochang-terminal")], in: folder.url),
            as: UTF8.self)
        #expect(symbols.contains("9ExamModel"))
        #expect(!symbols.contains("9AnswerKey"))
    }
}
