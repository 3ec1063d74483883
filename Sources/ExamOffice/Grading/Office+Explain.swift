import AnswerKey
import AtomicFile
import ExamModel
import ExamSeat
import Foundation
import Grading
import Sealing

extension Office {
    /// How many answers wait for people, and the file they were written to.
    struct HandMarkSheetDocument: Encodable {
        let answers: Int
        let file: String
    }

    /// Why a candidate earned what they earned, on one item or on all (`grade explain`). Opens the sealed answers again:
    /// explanations are never stored.
    func explain(_ ticket: TicketNumber, item: String?) throws(Refusal) -> [MarkExplanation] {
        let marking = try marking(try account())
        guard let sheet = marking.countedSheets().first(where: { $0.ticket == ticket }) else {
            throw Refusal(
                .noCountedSheet, at: Place(file: folder.name(of: folder.answers)),
                "考生 \(ticket) 没有计分的答卷；请核对准考证号，例外的答卷见 kaochang grade",
                "no sheet of \(ticket) counts; check the number, kaochang grade lists the exceptions")
        }
        let all = try marking.grader.explain(
            sheet, shown: try shownQuestions(to: ticket, form: sheet.form, marking), hand: marking.hand)
        let wanted = item.map { word in all.filter { $0.item.text == word || String($0.number) == word } } ?? all
        guard !wanted.isEmpty else {
            throw Refusal(
                .noCountedSheet, "这份试卷没有“\(item ?? "")”这道题；请写题号（1 到 \(all.count)）或试题编号",
                "the paper has no item “\(item ?? "")”; write a number from 1 to \(all.count) or an item's id")
        }
        for entry in wanted {
            let ids = entry.chosen.map { "\($0.letter)=\($0.option)" }.joined(separator: " ")
            let options = ids.isEmpty ? "" : "〔\(ids)〕"
            console.say(
                "第 \(entry.number) 题 \(entry.item)\(options)：\(entry.why.chinese)（满分 \(entry.full)）",
                "\(entry.number). \(entry.item) \(options) \(entry.why.english) (of \(entry.full))")
        }
        guard item == nil else { return wanted }
        for words in try marking.grader.explainSections(sheet, hand: marking.hand) {
            console.say(words.chinese, words.english)
        }
        return wanted
    }

    /// The questions of the candidate's own paper, they and their options in the order on that candidate's screen.
    private func shownQuestions(
        to ticket: TicketNumber, form id: FormID, _ marking: Marking
    ) throws(Refusal) -> [Question] {
        let items = Dictionary(marking.items.map { (ItemReference(id: $0.id, version: $0.version), $0) }) { $1 }
        guard let form = marking.forms.first(where: { $0.id == id }) else { return [] }
        let shuffle = try gradingPart(of: try sealedPaper()).shuffle
        return try FormContent(form, items: items, shuffle: shuffle).ordered(for: ticket).questions
    }

    /// Writes the sheet on which people enter marks (`grade sheet`).
    func writeHandMarkSheet(_ file: URL) throws(Refusal) -> HandMarkSheetDocument {
        let marking = try marking(try account())
        let tasks = try marking.tasks()
        let questions = marking.items.flatMap { item in
            item.questions.map { question in
                let stem = item.parts.isEmpty ? question.stem : "【材料】\(item.stem)【问】\(question.stem)"
                return (
                    question.id,
                    HandMarkSheet.Question(stem: stem, answer: marking.keys.key(of: question.id)?.model ?? "")
                )
            }
        }
        let sheet = HandMarkSheet(tasks).template(Dictionary(questions) { first, _ in first })
        try AtomicFile.write(sheet, to: file, permissions: 0o600)
        console.say(
            "\(tasks.count) 份作答待人工评分，写入 \(file.lastPathComponent)；填好“得分”“阅卷人”后运行 kaochang grade --marks \(file.lastPathComponent)",
            "\(tasks.count) answers to mark by hand are in \(file.lastPathComponent); fill in 得分 and 阅卷人, then run "
                + "kaochang grade --marks \(file.lastPathComponent)")
        return HandMarkSheetDocument(answers: tasks.count, file: file.lastPathComponent)
    }
}

extension Key {
    /// What whoever marks by hand compares an answer with.
    fileprivate var model: String {
        switch answer {
        case .text(let text): text
        case .blanks(let texts): texts.map { $0.replacing("|", with: "或") }.joined(separator: "；")
        case .options, .anyOf, .parts: ""
        }
    }
}

extension FindingCode {
    static let noCountedSheet: FindingCode = "NO_COUNTED_SHEET"
}
