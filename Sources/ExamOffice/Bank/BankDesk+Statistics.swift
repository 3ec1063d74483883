import AnswerKey
import ExamModel
import ExamSettings
import Foundation
import ItemBank
import Reports

extension BankDesk {
    /// What the bank holds, against the syllabus (`bank stats`).
    ///
    /// - Parameter page: where the coverage table is written as a page as well; nil for nowhere.
    func statistics(page: URL?) throws(Refusal) -> BankStatistics {
        let bank = try reading()
        let entries = try bank.entries()
        let coverage = BankCoverage(entries, syllabus: try syllabus(of: bank))
        for line in coverage.lines { console.say(line) }
        if let page {
            let title = (try? office?.folder.readExam().title) ?? url.deletingPathExtension().lastPathComponent
            try CoveragePage(coverage, title: title, generatedAt: clock()).write(to: page)
            console.say("覆盖表：\(page.path)", "coverage table: \(page.path)")
        }
        return BankStatistics(entries.map(\.keyed.item), coverage)
    }

    /// The bank's syllabus; where it has none, the shares of the exam's blueprint.
    private func syllabus(of bank: ItemBank) throws(Refusal) -> [(topic: Topic, share: Share)] {
        let own = try bank.syllabus()
        guard own.isEmpty, let blueprint = try? office?.folder.readBlueprint().blueprint else { return own }
        return blueprint.topics.map { (Topic(text: $0.domain), $0.share) }
    }
}
