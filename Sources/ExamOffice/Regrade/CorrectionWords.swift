import AnswerKey
import ExamModel

/// Puts corrections into words by which whoever signs or reads them knows the item and both keys: where it stands on the
/// forms, what was right before, what is right now.
struct CorrectionWords {
    private let marking: Marking
    private let items: [ItemID: Item]

    init(_ marking: Marking) {
        self.marking = marking
        items = Dictionary(marking.items.flatMap { [$0] + $0.parts }.map { ($0.id, $0) }) { first, _ in first }
    }

    /// - Parameter corrected: The keys with the correction.
    func text(_ correction: KeyCorrection, corrected: CorrectedKeys) -> Bilingual {
        let place = place(of: correction.item)
        let change = change(correction, corrected)
        return Bilingual("\(place.chinese)：\(change.chinese)", "\(place.english): \(change.english)")
    }

    private func change(_ correction: KeyCorrection, _ corrected: CorrectedKeys) -> Bilingual {
        if case .void(let award) = correction.change {
            return Bilingual("作废，\(award.name.chinese)", "voided, \(award.name.english)")
        }
        let before = answer(marking.keys.key(of: correction.item), of: items[correction.item])
        let after = answer(corrected.key(of: correction.item), of: items[correction.item])
        return Bilingual(
            "标准答案由\(before.chinese)改为\(after.chinese)", "the key \(before.english) becomes \(after.english)")
    }

    /// The forms that hold the item, and its number there.
    private func place(of id: ItemID) -> Bilingual {
        let places = marking.forms.compactMap { form -> Bilingual? in
            let questions = form.items.flatMap { items[$0.id]?.questions ?? [] }
            let own = items[id]?.questions.first?.id
            return questions.firstIndex { $0.id == own }.map { index in
                Bilingual("\(form.id) 卷第 \(index + 1) 题", "form \(form.id), no. \(index + 1)")
            }
        }
        return Bilingual(
            places.map(\.chinese).joined(separator: "、") + "（\(id)）",
            places.map(\.english).joined(separator: "; ") + " (\(id))")
    }

    private func answer(_ key: Key?, of item: Item?) -> Bilingual {
        switch key?.answer {
        case .options(let options): sets([options], of: item)
        case .anyOf(let sets): self.sets(sets, of: item)
        case .blanks(let texts):
            Bilingual(
                texts.map { "“\($0.replacing("|", with: "”或“"))”" }.joined(separator: "；"),
                texts.map { "“\($0.replacing("|", with: "” or “"))”" }.joined(separator: "; "))
        case .text, .parts, nil: Bilingual("—", "—")
        }
    }

    /// Sets of options, in the bank's letters with their texts.
    private func sets(_ sets: [[OptionID]], of item: Item?) -> Bilingual {
        let options = item?.options ?? []
        let texts = sets.map { set in
            options.enumerated().filter { set.contains($0.element.id) }.map { index, option in
                item?.type == .trueFalse ? option.text : "\(Item.Option.letter(at: index))（\(option.text)）"
            }.joined(separator: "、")
        }
        return Bilingual(texts.joined(separator: "或"), texts.joined(separator: " or "))
    }
}
