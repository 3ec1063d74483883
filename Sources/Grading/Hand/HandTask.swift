package import ExamModel

/// One answer that a person has to mark.
package struct HandTask: Hashable, Sendable {
    package let ticket: TicketNumber
    package let item: ItemID
    /// What the candidate wrote, one text a blank.
    package let texts: [String]
    package let full: Mark
    package let step: Mark
    /// The head of the sheet's journal: known only to who can open the sealed answers.
    package let secret: String

    /// Why `mark` cannot be given; nil when it can.
    package func objection(to mark: Mark) -> Bilingual? {
        guard (Mark.zero...full).contains(mark) else {
            return Bilingual("得分应在 0 与 \(full) 之间", "the mark must lie between 0 and \(full)")
        }
        guard mark.thousandths.isMultiple(of: step.thousandths) else {
            return Bilingual("得分应为 \(step) 的倍数", "the mark must be a multiple of \(step)")
        }
        return nil
    }
}

extension Grader {
    /// The answers on a sheet that people mark, in the order of the form. Items left blank are none, nor are voided ones.
    package func handTasks(of sheet: AnswerSheet) throws(Refusal) -> [HandTask] {
        let responses = Dictionary(sheet.responses.map { ($0.item, $0) }) { first, _ in first }
        return try form(of: sheet).sections.flatMap(\.items).compactMap { item in
            guard item.voided == nil, case .byHand(let step, _) = item.answer, let response = responses[item.id] else {
                return nil
            }
            return HandTask(
                ticket: sheet.ticket, item: item.id, texts: response.texts, full: item.full, step: step,
                secret: sheet.journalHead)
        }
    }

    /// Whether anything on the forms is marked by people.
    package var isPartlyByHand: Bool {
        forms.values.contains { form in
            form.items.values.contains { item in
                if case .byHand = item.answer { true } else { false }
            }
        }
    }
}
