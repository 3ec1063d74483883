import ExamModel

/// What stands in brackets at either end of a stem and is no part of it: （单选题）, [多选], （2分）.
enum StemTag {
    /// More tags than this nobody writes.
    private static let limit = 4

    /// Takes tags off the stem; the type that they state, if any.
    static func take(from stem: inout String) -> StatedType? {
        var type: StatedType?
        for _ in 0..<limit {
            guard let (range, found) = tag(atStartOf: stem) ?? tag(atEndOf: stem) else { break }
            stem.removeSubrange(range)
            stem = stem.trimmed
            type = found ?? type
        }
        return type
    }

    private typealias Tag = (range: Range<String.Index>, type: StatedType?)

    private static func tag(atStartOf stem: String) -> Tag? {
        guard let first = stem.first, "([".contains(Folded.half(first)),
            let end = stem.firstIndex(where: { ")]".contains(Folded.half($0)) })
        else { return nil }
        return meaning(of: stem[stem.index(after: stem.startIndex)..<end])
            .map { (stem.startIndex..<stem.index(after: end), $0) }
    }

    private static func tag(atEndOf stem: String) -> Tag? {
        guard let last = stem.last, ")]".contains(Folded.half(last)),
            let start = stem.lastIndex(where: { "([".contains(Folded.half($0)) })
        else { return nil }
        return meaning(of: stem[stem.index(after: start)...].dropLast()).map { (start..<stem.endIndex, $0) }
    }

    /// `.some(nil)` for marks only; `nil` when the text is something else.
    private static func meaning(of content: Substring) -> StatedType?? {
        guard content.utf8.count <= 60, !content.isBlank else { return nil }
        var words = Folded.text(content)
        if words.hasSuffix("分") { words.replace(/[,，;；、]?(?:本题|每题|共)?\d{1,3}(?:\.\d+)?分/, with: "") }
        if words.isEmpty { return .some(nil) }
        guard let (type, length) = StatedType.prefix(of: words), length == words.count else { return nil }
        return .some(type)
    }
}
