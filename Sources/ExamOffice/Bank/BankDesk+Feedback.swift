import ExamModel
import ExamPackage
import Foundation
import ItemBank
import Ledger

extension BankDesk {
    /// Takes in how the items of a graded exam did (`bank feedback`). The same exam again replaces its own figures.
    func takeIn(_ exam: Office) throws(Refusal) -> BankFeedback {
        let session = try exam.sealedPaper().manifest.exam
        let details = try exam.folder.readExam().session
        let ended = details.start.addingTimeInterval(Double(details.minutes) * 60)
        let performances = ItemPerformance.of(try exam.itemUses(), in: session, ended: ended)
        return try changing(
            .bankFeedback,
            { bank throws(Refusal) in
                let findings = try bank.record(performances)
                return BankFeedback(exam: session, items: performances.count - findings.count, findings: findings)
            },
            note: { ["exam": $0.exam.text, "items": "\($0.items)"] })
    }
}

extension ItemPerformance {
    /// In thousandths. The sub-items of a case make one figure of the case: the mean over them, as many candidates as met
    /// it, and the version of its first.
    fileprivate static func of(_ uses: [ItemUse], in exam: ExamID, ended: Date) -> [ItemPerformance] {
        Dictionary(grouping: uses) { use in
            ItemID(String(use.item.id.text.prefix { $0 != "." }))
        }.sorted { $0.key < $1.key }.compactMap { id, uses in
            guard let first = uses.first, let candidates = uses.map(\.exposures).max(), candidates > 0 else {
                return nil
            }
            let correlations = uses.compactMap(\.itemRest)
            return ItemPerformance(
                item: ItemReference(id: id, version: first.item.version), exam: exam, ended: ended,
                candidates: candidates, p: thousandths(uses.map(\.facility)),
                discrimination: correlations.isEmpty ? nil : thousandths(correlations))
        }
    }

    private static func thousandths(_ values: [Double]) -> Int {
        Int((values.reduce(0, +) / Double(values.count) * 1000).rounded())
    }
}

/// What the bank learned from an exam, as the document of `bank feedback --json`.
struct BankFeedback: Encodable {
    let exam: ExamID
    let items: Int
    let findings: [Finding]

    private enum CodingKeys: CodingKey {
        case exam, items, issues
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(exam, forKey: .exam)
        try container.encode(items, forKey: .items)
        try container.encode(findings.map { FindingDocument($0, .chinese) }, forKey: .issues)
    }
}
