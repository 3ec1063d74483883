import AnswerKey
import ExamModel

extension ItemCheck {
    /// A case is imported whole or not at all: an item with an error takes the others with it.
    mutating func caseDraft() -> DraftItem? {
        if StemBlanks.isAll(of: stem) {
            refuse(.emptyStem, "案例没有材料，请补上。", "The case has no material; add it.")
        }
        let difficulty = difficulty()
        let topic = Topic(text: raw.topic)
        var parts: [DraftItem] = []
        for var part in raw.parts {
            part.isPart = true
            if part.topic.isBlank { part.topic = raw.topic }
            if part.difficulty.isBlank { part.difficulty = raw.difficulty }
            var check = ItemCheck(part)
            let draft = check.draft()
            // The case's own difficulty was complained of once.
            findings += check.findings.filter { $0.code != .unknownDifficulty || part.difficulty != raw.difficulty }
            if let draft, draft.type != .caseSet, !check.hasErrors { parts.append(draft) }
        }
        guard parts.count == raw.parts.count else {
            refuse(
                .partRefused, "本案例有 \(raw.parts.count - parts.count) 道小题有误（见各小题的提示），整个案例未导入，请改正后重新导入。",
                "\(raw.parts.count - parts.count) items of this case are wrong, so the whole case was not imported.")
            return nil
        }
        return DraftItem(
            type: .caseSet, stem: stem, options: [], answer: .parts, rationale: raw.rationale.cleaned, topic: topic,
            difficulty: difficulty, parts: parts)
    }
}
