import AnswerKey
import AtomicFile
import BankFile
import ExamModel
import Foundation
import ItemBank
import TableFile

extension BankDesk {
    /// Writes items to a file that an import reads (`bank export`). Returns how many.
    func export(_ query: BankQuery, as format: BankExport.Format, to file: URL) throws(Refusal) -> Int {
        let entries = try found(query)
        try BankExport.write(entries.map { DraftItem($0.keyed) }, as: format, to: file)
        return entries.count
    }

    /// Writes a list for reviewing on paper or in a spreadsheet (`bank export --review-list`): every item with its key, and
    /// empty columns for a verdict and remarks. Without states in the query, what waits for review.
    func exportReviewList(_ query: BankQuery, to file: URL) throws(Refusal) -> Int {
        var query = query
        if query.states.isEmpty { query.states = [.draft, .reviewed] }
        let entries = try found(query)
        let head = ["编号", "状态", "题型", "题干", "选项", "答案", "解析", "知识点", "难度", "作者", "审题", "来源", "意见（通过/退回）", "修改建议"]
        let rows = entries.map { entry in
            let (text, item) = (ItemText(entry.keyed), entry.keyed.item)
            return [
                item.id.text, entry.state.name.chinese, item.type.name.chinese, item.stem,
                (text.optionLines + text.partLines).joined(separator: "\n"), text.answer, entry.keyed.key.rationale,
                item.topic.description, item.difficulty.name.chinese, entry.author, entry.reviewer, entry.source, "",
                "",
            ]
        }
        try AtomicFile.write(CSVWriter.data([head] + rows), to: file, permissions: 0o600)
        return entries.count
    }

    private func found(_ query: BankQuery) throws(Refusal) -> [BankEntry] {
        let entries = try reading().search(query).entries
        guard !entries.isEmpty else {
            throw Refusal(.nothingFound, "题库中没有符合条件的试题，没有写出文件", "no item of the bank fits; nothing was written")
        }
        return entries
    }
}

extension FindingCode {
    static let nothingFound: FindingCode = "NOTHING_FOUND"
}
