import AnswerKey
import ExamModel
import ExamSettings

/// Turns the letters of a regrade file into option ids, by the items on the paper and the exam's rules.
struct CorrectionReader {
    private let file: String
    private let items: [ItemID: Item]
    private let voidedItems: VoidedItems?

    init(file: String, items: [Item], voidedItems: VoidedItems?) {
        self.file = file
        self.voidedItems = voidedItems
        self.items = Dictionary(items.flatMap { [$0] + $0.parts }.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Every correction of the file, or everything that is wrong with them.
    func corrections(_ written: [WrittenRegrade.Correction]) throws(Refusal) -> [KeyCorrection] {
        var (corrections, findings): ([KeyCorrection], [Finding]) = ([], [])
        for entry in written {
            do throws(Refusal) {
                corrections.append(
                    KeyCorrection(item: entry.item, change: try change(entry), reason: entry.reason))
            } catch {
                findings += error.findings
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return corrections
    }

    private func change(_ entry: WrittenRegrade.Correction) throws(Refusal) -> KeyCorrection.Change {
        guard let item = items[entry.item] else {
            throw refusal(
                entry, "本场试卷没有试题 \(entry.item)；题号可用 kaochang grade explain 查到",
                "the paper has no item \(entry.item); kaochang grade explain shows the ids")
        }
        switch entry.change {
        case .void:
            guard let voidedItems else {
                throw refusal(
                    entry, "封卷时定下的 rules.yaml 没有写作废题怎样给分（voided-items），作废没有依据；可改用 key 或 accept 更正答案",
                    "rules.yaml, fixed when the paper was sealed, does not say what voided items earn (voided-items); correct "
                        + "the key with key or accept instead")
            }
            return .void(voidedItems)
        case .replace(let texts): return .replace(try answer(texts, item, entry))
        case .accept(let texts): return .accept(try answer(texts, item, entry))
        }
    }

    private func answer(
        _ texts: [String], _ item: Item, _ entry: WrittenRegrade.Correction
    ) throws(Refusal) -> Key.Answer {
        switch item.type {
        case .fillIn:
            guard texts.count == item.blanks else {
                throw refusal(
                    entry, "这道题有 \(item.blanks) 个空，这里写了 \(texts.count) 个", "the item has \(item.blanks) blanks")
            }
            return .blanks(texts)
        case .shortAnswer, .caseSet:
            throw refusal(
                entry, "\(item.type.name.chinese)没有标准选项可改；简答题请更正评分表，案例题请写小题的编号（\(item.id).1）",
                "\(item.type.name.english) items have no key to correct here; name the sub-item, or correct the marks sheet"
            )
        case .singleChoice, .multipleChoice, .trueFalse:
            let chosen = texts.flatMap { options($0, of: item) }
            guard !chosen.contains(nil), Set(chosen).count == chosen.count, !chosen.isEmpty,
                item.type == .multipleChoice || chosen.count == 1
            else {
                let letters = item.options.indices.map { Item.Option.letter(at: $0) }.joined(separator: "、")
                throw refusal(
                    entry, "“\(texts.joined(separator: "、"))”不是这道题的答案；可写的选项（题库中的次序）：\(letters)",
                    "“\(texts.joined(separator: ", "))” is no answer to this item; its options in the bank's order: \(letters)"
                )
            }
            return .options(chosen.compactMap(\.self).sorted())
        }
    }

    /// `AC` as two options; 正确 and 错误 for true-false.
    private func options(_ text: String, of item: Item) -> [OptionID?] {
        if item.type == .trueFalse {
            switch text.trimmed {
            case "正确", "对", "T", "A", "√", "true": return ["T"]
            case "错误", "错", "F", "B", "×", "false": return ["F"]
            default: return [nil]
            }
        }
        let letters = text.uppercased().filter { !$0.isWhitespace && !"、,，".contains($0) }
        return letters.map { letter in
            item.options.indices.first { Item.Option.letter(at: $0) == String(letter) }.map { item.options[$0].id }
        }
    }

    private func refusal(_ entry: WrittenRegrade.Correction, _ chinese: String, _ english: String) -> Refusal {
        Refusal(.unfitCorrection, at: Place(file: file, line: entry.line), chinese, english)
    }
}
