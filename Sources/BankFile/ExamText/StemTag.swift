import ExamModel

/// What stands in brackets at either end of a stem and is no part of it: （单选题）, [多选], （2分）.
enum StemTag {
    /// More tags than this nobody writes.
    private static let limit = 4

    private static let opening: [Unicode.Scalar] = ["(", "[", "（", "［", "【", "〔"]
    private static let closing: [Unicode.Scalar] = [")", "]", "）", "］", "】", "〕"]

    /// Takes tags off the stem; the type that they state, if any.
    static func take(from stem: inout String) -> StatedType? {
        if let type = takePrefix(from: &stem) {
            _ = take(from: &stem)
            return type
        }
        // Most stems begin and end with neither bracket.
        guard let first = stem.unicodeScalars.first, let last = stem.unicodeScalars.last,
            opening.contains(first) || closing.contains(last)
        else { return nil }
        var type: StatedType?
        for _ in 0..<limit {
            guard let (range, found) = tag(atStartOf: stem) ?? tag(atEndOf: stem) else { break }
            stem.removeSubrange(range)
            stem = stem.trimmed
            type = found ?? type
        }
        return type
    }

    /// `单选：题干`, `判断题、题干`, `多选 题干`: the word, with a mark or blank behind it.
    private static func takePrefix(from stem: inout String) -> StatedType? {
        guard let first = stem.unicodeScalars.first, "单多判填简不是问论名".unicodeScalars.contains(first) else { return nil }
        let head = Folded.half(stem.unicodeScalars.prefix(8))
        guard let (type, length) = StatedType.prefix(of: String(head)), length < head.count,
            ":、 .".contains(head[length])
        else { return nil }
        let rest = ExamLine(number: 0, text: stem.unicodeScalars.dropFirst(length).drop { ":：、 .".contains($0) })
        guard !rest.isBlank else { return nil }
        // `单选题：1.下列……`: a number that stands behind the word.
        let number = ItemNumber(rest.half).flatMap { $0.isDoubtful ? nil : $0 }
        stem = rest.dropping(number?.end ?? 0).string
        return type
    }

    private typealias Tag = (range: Range<String.Index>, type: StatedType?)

    private static func tag(atStartOf stem: String) -> Tag? {
        let scalars = stem.unicodeScalars
        guard let first = scalars.first, "([".contains(Folded.half(first)),
            let end = scalars.firstIndex(where: { ")]".contains(Folded.half($0)) })
        else { return nil }
        return meaning(of: stem[scalars.index(after: stem.startIndex)..<end])
            .map { (stem.startIndex..<scalars.index(after: end), $0) }
    }

    private static func tag(atEndOf stem: String) -> Tag? {
        let scalars = stem.unicodeScalars
        guard let last = scalars.last, ")]".contains(Folded.half(last)),
            let start = scalars.lastIndex(where: { "([".contains(Folded.half($0)) })
        else { return nil }
        return meaning(of: stem[scalars.index(after: start)..<scalars.index(before: stem.endIndex)]).map {
            (start..<stem.endIndex, $0)
        }
    }

    /// `.some(nil)` for marks only; `nil` when the text is something else.
    private static func meaning(of content: Substring) -> StatedType?? {
        guard content.utf8.count <= 60, !content.isBlank else { return nil }
        var words = Folded.text(content)
        // （2018年·多选）, ［2019年真题］
        if let year = words.prefixMatch(of: /(?:19|20)\d\d年?[·.、,\-]?/) {
            words.removeSubrange(..<year.range.upperBound)
            if ["真题", "考题", "试题"].contains(words) { return .some(nil) }
        }
        if words.hasSuffix("分") { words.replace(/[,，;；、]?(?:本题|每题|共)?\d{1,3}(?:\.\d+)?分/, with: "") }
        if words.isEmpty { return .some(nil) }
        guard let (type, length) = StatedType.prefix(of: words), length == words.count else { return nil }
        return .some(type)
    }
}
