import AnswerKey
import ExamModel
import ExamSeat
import ExamSettings
import Foundation
import Ledger
import Reports

extension Office {
    /// Shows a form to a proof-reader (`paper preview`). The look is in the ledger before anything is shown.
    ///
    /// - Parameters:
    ///   - ticket: in the order that this candidate sees; nil: in the form's own.
    ///   - page: where the form goes as HTML; nil: to the terminal.
    func preview(
        _ id: FormID, reader: String, ticket: TicketNumber?, keys: Bool, page: URL?
    ) throws(Refusal) -> FormPreview {
        let reader = try Self.named(reader)
        let stage = try begin(.paperPreview)
        let record = try assemblyRecord()
        let form = try form(id, of: record)
        let preview = try preview(form, of: record, reader: reader, ticket: ticket, keys: keys)
        var note = ["form": id.text, "reader": reader, "keys": "\(keys)"]
        note["ticket"] = ticket?.text
        try stage.record(inputs: [folder.forms], note: note)
        if let page {
            try PreviewPage(title: try folder.readExam().title, preview).write(to: page)
            console.say("校样：\(page.path)", "proof: \(page.path)")
        } else {
            PreviewText(preview).lines.forEach { console.say($0, $0) }
        }
        return preview
    }

    /// A proof-reader's name.
    static func named(_ reader: String) throws(Refusal) -> String {
        let reader = reader.trimmed
        guard !reader.isEmpty, reader.count <= 40 else {
            throw Refusal(
                .readerMissing, "请用 --reader 写明谁在看（不超过 40 字）", "say who looks with --reader, at most 40 characters")
        }
        return reader
    }

    func form(_ id: FormID, of record: AssemblyRecord) throws(Refusal) -> Form {
        guard let form = record.forms.first(where: { $0.id == id }) else {
            let known = record.forms.prefix(26).map(\.id.text).joined(separator: "、")
            throw Refusal(.formUnknown, "没有试卷 \(id)；现有：\(known)", "there is no form \(id); there are: \(known)")
        }
        return form
    }

    private func preview(
        _ form: Form, of record: AssemblyRecord, reader: String, ticket: TicketNumber?, keys: Bool
    ) throws(Refusal) -> FormPreview {
        let bank = try assembledBank()
        let items = Dictionary(
            bank.map { (ItemReference(id: $0.item.id, version: $0.item.version), $0.item) },
            uniquingKeysWith: { first, _ in first })
        let keyOf = Dictionary(bank.map { ($0.item.id, $0.key) }, uniquingKeysWith: { first, _ in first })
        let used = form.items.compactMap { items[$0] }
        var content = try FormContent(form, items: items, shuffle: try shufflePlan(record, items: used))
        if let ticket { content = content.ordered(for: ticket) }
        let locks = try optionLocks(of: used, try folder.readBlueprint().blueprint.rules.shuffle)
        let now = clock()
        return FormPreview(
            form: form.id, reader: reader, looked: BeijingTime.day(now) + " " + BeijingTime.clock(now),
            sections: content.sections.map { section in
                FormPreview.Section(
                    title: section.title, instructions: section.instructions.chinese,
                    entries: section.items.map { item in
                        let key = keys ? keyOf[item.id] : nil
                        return FormPreview.Entry(
                            item: item,
                            locks: Dictionary(
                                item.questions.compactMap { question in
                                    locks[question.id].map { (question.id.text, $0) }
                                },
                                uniquingKeysWith: { first, _ in first }), key: key?.answer.words(for: item),
                            rationale: key?.rationale)
                    })
            })
    }
}

extension Key.Answer {
    /// The right answer as a reader sees it: letters of the options in the order shown, or words.
    fileprivate func words(for item: Item) -> String {
        func letters(_ options: [OptionID]) -> String {
            let places = options.compactMap { id in item.options.firstIndex { $0.id == id } }.sorted()
            guard item.type != .trueFalse else { return places.map { item.options[$0].text }.joined() }
            return places.map(Item.Option.letter).joined()
        }
        switch self {
        case .options(let options): return letters(options)
        case .anyOf(let sets): return sets.map(letters).joined(separator: " 或 ")
        case .blanks(let blanks): return blanks.joined(separator: "；")
        case .text(let text): return text
        case .parts(let keys):
            return zip(item.parts, keys).enumerated().map { index, part in
                "（\(index + 1)）\(part.1.answer.words(for: part.0))"
            }.joined(separator: " ")
        }
    }
}

extension LedgerAction {
    /// Somebody looked at a form before the exam.
    static let paperPreview = LedgerAction(rawValue: "paper.preview")
}

extension FindingCode {
    static let readerMissing: FindingCode = "READER_MISSING"
    static let formUnknown: FindingCode = "FORM_UNKNOWN"
}
