import ExamModel

extension QTIItemReader {
    /// Several interactions: a case, with the text before the first as its material.
    func readParts(_ item: inout RawItem) {
        item.type = .known(.caseSet)
        var answers = modelAnswers[...]
        /// Lines of the text before the next interaction that gaps have taken.
        var taken = 0
        var position = 0
        while position < interactions.count {
            let interaction = interactions[position]
            var part = RawItem(place: item.place)
            part.isStructured = true
            let gaps = interactions[position...].prefix { $0.kind == "textentryinteraction" }
            if gaps.isEmpty {
                let lead = Self.lines(Self.lines(of: interaction.lead).dropFirst(taken).joined(separator: "\n"))
                if position == 0 && !interaction.prompt.isBlank { item.stem = lead }
                part.stem = interaction.prompt.isBlank ? lead : interaction.prompt
                let answer = interaction.kind == "extendedtextinteraction" ? answers.popFirst() : nil
                fill(&part, interaction, modelAnswer: answer)
                (taken, position) = (0, position + 1)
            } else {
                let around = gaps.endIndex < interactions.count ? interactions[gaps.endIndex].lead : text
                (part.stem, taken) = Self.sentences(of: gaps, in: around)
                if position == 0 {
                    item.stem = Self.lines(Self.lines(of: interaction.lead).dropLast().joined(separator: "\n"))
                }
                part.type = .known(.fillIn)
                part.blanks = gaps.map { accepted($0.response).joined(separator: "|") }
                position = gaps.endIndex
            }
            item.parts.append(part)
        }
        if interactions.last?.kind != "textentryinteraction", let last = item.parts.indices.last, !text.isBlank {
            item.parts[last].stem += "\n" + Self.lines(text)
        }
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The lines of `text` from that of the first gap to that of the last, and how many lines they and those before are.
    private static func sentences(of gaps: ArraySlice<Interaction>, in text: String) -> (text: String, taken: Int) {
        let positions = gaps.map { lines(of: $0.lead).count - 1 }
        let all = lines(of: text)
        guard let first = positions.first, let last = positions.last, first <= last, last < all.count else {
            return (lines(text), all.count)
        }
        return (lines(all[first...last].joined(separator: "\n")), last + 1)
    }
}
