import AnswerKey
import ExamModel
import ItemBank

extension ItemDossier {
    /// The item in full, for a terminal.
    func lines(in language: Language) -> [String] {
        let text = ItemText(entry.keyed)
        let item = entry.keyed.item
        func label(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        var lines = [
            "\(item.id)  \(item.type.name.text(in: language))  \(entry.state.name.text(in: language))  "
                + label(
                    "试题第 \(item.version) 版，答案第 \(entry.keyed.key.version) 版",
                    "v\(item.version), key v\(entry.keyed.key.version)"),
            "", item.stem,
        ]
        lines += text.optionLines + text.partLines + text.labelLines
        lines.append("")
        let articles = CitedArticle.all(in: entry.keyed.key.rationale)
        let facts = [
            (label("来源", "source"), entry.source), (label("作者", "author"), entry.author),
            (label("审题", "reviewer"), entry.reviewer),
            (label("引用条文", "articles"), articles.joined(separator: "、")),
            (label("互斥题", "enemies"), enemies.map(\.text).joined(separator: "、")),
            (label("选项次序", "options"), shuffle(in: language)),
        ]
        lines += facts.filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1)" }
        lines += performanceLines(in: language) + historyLines(in: language) + earlierLines(in: language)
        return lines
    }

    private func shuffle(in language: Language) -> String {
        switch entry.mayShuffle {
        case true?: language == .chinese ? "可以打乱（人工设定）" : "may be shuffled (set by hand)"
        case false?: language == .chinese ? "不得打乱（人工设定）" : "may not be shuffled (set by hand)"
        case nil: ""
        }
    }

    private func performanceLines(in language: Language) -> [String] {
        guard !performances.isEmpty else { return [] }
        let head = language == .chinese ? "使用情况：" : "use:"
        return ["", head]
            + performances.map { use in
                let discrimination = use.discrimination.map { Mark(thousandths: $0).description } ?? "–"
                let p = Mark(thousandths: use.p)
                return switch language {
                case .chinese:
                    "  \(BeijingTime.day(use.ended))  \(use.exam)  第 \(use.item.version) 版  \(use.candidates) 人  "
                        + "得分率 \(p)  区分度 \(discrimination)"
                case .english:
                    "  \(BeijingTime.day(use.ended))  \(use.exam)  v\(use.item.version)  \(use.candidates) candidates  "
                        + "p \(p)  discrimination \(discrimination)"
                }
            }
    }

    private func historyLines(in language: Language) -> [String] {
        ["", language == .chinese ? "经过：" : "history:"]
            + history.map { change in
                let reason = change.note.reason.isEmpty ? "" : "  \(change.note.reason)"
                let when = "\(BeijingTime.day(change.note.at)) \(BeijingTime.clock(change.note.at))"
                return "  \(when)  \(change.note.by)  \(change.action.name.text(in: language)) → "
                    + "\(change.state.name.text(in: language))（\(change.itemVersion)/\(change.keyVersion)）\(reason)"
            }
    }

    private func earlierLines(in language: Language) -> [String] {
        earlier.flatMap { change, keyed in
            let text = ItemText(keyed)
            let head =
                language == .chinese
                ? "旧文（试题第 \(change.itemVersion) 版，答案第 \(change.keyVersion) 版）："
                : "earlier text (v\(change.itemVersion), key v\(change.keyVersion)):"
            return ["", head] + ([keyed.item.stem] + text.optionLines + text.labelLines).map { "  " + $0 }
        }
    }
}
