import AnswerKey
import BankFile
import ExamModel
import Foundation
import Testing

/// Layouts that offices and systems produce, each with what must be found in it: the comparison of `bank-samples`.
struct LayoutTests {
    static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: Truth.layouts.path)) ?? [])
        .filter { $0.hasSuffix(".truth.json") }.map { String($0.dropLast(".truth.json".count)) }.sorted()

    @Test func areAllThere() {
        #expect(Self.names.count >= 123)
    }

    @Test(arguments: names)
    func readsExactlyWhatIsThere(name: String) throws {
        let truth = try Truth.read(name, in: Truth.layouts)
        let contents = try BankFile.read(Truth.layouts.appendingPathComponent(name))
        let found = contents.drafts.flatMap { $0.parts.isEmpty ? [$0] : $0.parts }
        let wanted = truth.questions.flatMap { $0.parts ?? [$0] }
        #expect(found.map { ComparedItem($0) } == wanted.map { ComparedItem($0) })
        #expect(
            found.map { ComparedItem.folded($0.rationale) }
                == wanted.map { ComparedItem.folded($0.explanation ?? "") })
        let materials = truth.questions.filter { $0.parts != nil }.map { ComparedItem.folded($0.stem) }
        #expect(contents.drafts.filter { !$0.parts.isEmpty }.map { ComparedItem.folded($0.stem) } == materials)
        let errors = contents.findings.filter { $0.severity == .error }
        for rejection in truth.rejections { #expect(errors.contains { rejection.isMet(by: $0) }, "\(rejection)") }
        #expect(errors.count == truth.rejections.count)
        let warnings = contents.findings.filter { $0.severity == .warning }.map(\.code.rawValue)
        #expect(Set(warnings) == Set((truth.warnings ?? []).compactMap(\.code)))
    }
}

extension Truth.Rejection {
    fileprivate func isMet(by finding: Finding) -> Bool {
        guard finding.code.rawValue == code else { return false }
        if let row { return finding.place.row == row && (sheet == nil || finding.place.sheet == sheet) }
        guard let line, let found = finding.place.line else { return false }
        return (line...(endLine ?? line)).contains(found)
    }
}
