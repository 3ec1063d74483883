import ExamModel

/// What stands in brackets at either end of a stem and is no part of it: （单选题）, [多选], （2分）, （2018年真题，难度：易）.
struct StemTag {
    /// The type that it states, if any.
    private(set) var type: StatedType?
    private(set) var difficulty = ""
    private(set) var topic = ""
    /// Nothing but a word such as 难 or a year, which may as well belong to the sentence.
    private var isBare = false

    /// More tags than this nobody writes.
    private static let limit = 6

    private static let opening: [Unicode.Scalar] = ["(", "[", "（", "［", "【", "〔"]
    private static let closing: [Unicode.Scalar] = [")", "]", "）", "］", "】", "〕"]

    /// Takes the tags off the stem.
    static func take(from stem: inout String) -> StemTag {
        var tags = StemTag()
        tags.takeAll(from: &stem)
        return tags
    }

    private mutating func takeAll(from stem: inout String) {
        if let type = Self.takePrefix(from: &stem) {
            takeAll(from: &stem)
            self.type = type
            return
        }
        // Most stems begin and end with neither bracket.
        guard let first = stem.unicodeScalars.first, let last = stem.unicodeScalars.last,
            Self.opening.contains(first) || Self.closing.contains(last)
        else { return }
        for _ in 0..<Self.limit {
            guard let (range, tag) = Self.tag(atStartOf: stem) ?? Self.tag(atEndOf: stem) else { break }
            stem.removeSubrange(range)
            stem = stem.trimmed
            add(tag)
        }
    }

    private mutating func add(_ tag: StemTag) {
        type = tag.type ?? type
        if !tag.difficulty.isEmpty { difficulty = tag.difficulty }
        if !tag.topic.isEmpty { topic = tag.topic }
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

    private typealias Tag = (range: Range<String.Index>, tag: StemTag)

    private static func tag(atStartOf stem: String) -> Tag? {
        let scalars = stem.unicodeScalars
        guard let first = scalars.first, "([".contains(Folded.half(first)),
            let end = scalars.firstIndex(where: { ")]".contains(Folded.half($0)) })
        else { return nil }
        let range = stem.startIndex..<scalars.index(after: end)
        guard range.upperBound < stem.endIndex, let tag = StemTag(stem[scalars.index(after: stem.startIndex)..<end])
        else { return nil }
        // （一般）纳税人
        if tag.isBare, Folded.half(first) == "(", tag.difficulty.count > 1 { return nil }
        return (range, tag)
    }

    private static func tag(atEndOf stem: String) -> Tag? {
        let scalars = stem.unicodeScalars
        guard let last = scalars.last, ")]".contains(Folded.half(last)),
            let start = scalars.lastIndex(where: { "([".contains(Folded.half($0)) }), start > stem.startIndex,
            let tag = StemTag(stem[scalars.index(after: start)..<scalars.index(before: stem.endIndex)])
        else { return nil }
        // ……的施行时间是（2004年）: an answer, unless the sentence had ended.
        let before = scalars[..<start].last { !$0.isBlank }.map(Folded.half) ?? " "
        if tag.isBare, Folded.half(last) == ")", !"。.?!)]:".contains(before) { return nil }
        return (start..<stem.endIndex, tag)
    }
}

extension StemTag {
    /// Reads what stands between brackets; `nil` when any part of it is something else.
    private init?(_ content: Substring) {
        guard content.utf8.count <= 120, !content.isBlank else { return nil }
        var words = 0
        var isMarked = false
        for part in Self.parts(of: content) {
            words += 1
            if let (type, length) = StatedType.prefix(of: part), length == part.count {
                (self.type, isMarked) = (type, true)
            } else if Self.isPoints(part) {
                isMarked = true
            } else if Self.isRemark(part) {
                isMarked = isMarked || part.contains("题") || part.contains("点")
            } else if let level = Self.content(of: part, behind: Self.levelWords) {
                (difficulty, isMarked) = (level, true)
            } else if part.hasPrefix("难度"), Self.isLevel(String(part.dropFirst(2))) {
                (difficulty, isMarked) = (String(part.dropFirst(2)), true)
            } else if Self.isLevel(part) {
                difficulty = part
            } else if let name = Self.content(of: part, behind: Self.topicWords) {
                (topic, isMarked) = (name, true)
            } else if !topic.isEmpty {
                topic += "/" + part
            } else {
                return nil
            }
        }
        guard words > 0 else { return nil }
        isBare = !isMarked && words == 1
    }

    /// Divided by commas and the like, each in half width without white space; a point divides no figure.
    private static func parts(of content: Substring) -> [String] {
        var half = Folded.half(content.unicodeScalars)
        for index in half.indices where half[index] == "." {
            let isFigure = half[(index + 1)...].first?.isNumber ?? false
            if !(isFigure && index > 0 && half[index - 1].isNumber) { half[index] = "," }
        }
        return half.split { ",;；、|/·-—".contains($0) || $0.isWhitespace }.map { Folded.text(String($0)) }
            .filter { !$0.isEmpty }
    }

    private static let pointWords = ["本题", "本小题", "每题", "每小题", "共", "分值:", "分值"]
    private static let levelWords = ["难度系数:", "难度等级:", "难易程度:", "难易度:", "试题难度:", "难度:"]
    private static let topicWords = ["知识点:", "考点:", "考查点:", "知识领域:", "业务领域:", "章节:", "分类:"]
    private static let sources = ["真题", "考题", "试题", "赛题", "模拟题", "预测题", "样题"]
    private static let remarks: Set<String> = ["必考题", "常考题", "易错题", "高频题", "重点题", "高频考点", "必考点", "新题"]

    /// 2分, 本题2.5分, 分值:2.
    private static func isPoints(_ part: String) -> Bool {
        let word = pointWords.first { part.hasPrefix($0) } ?? ""
        var figure = part.dropFirst(word.count)
        guard figure.last == "分" || word.hasPrefix("分值") else { return false }
        if figure.last == "分" { figure = figure.dropLast() }
        return (1...5).contains(figure.count) && Double(figure) != nil
    }

    /// 2018, 2018年, 2018年真题, 历年真题, 必考题.
    private static func isRemark(_ part: String) -> Bool {
        if remarks.contains(part) { return true }
        var rest = part[...]
        if let year = Int(rest.prefix(4)), (1900...2099).contains(year) {
            rest = rest.dropFirst(4)
            if rest.first == "年" { rest = rest.dropFirst() }
            if rest.isEmpty { return true }
        } else if let word = ["历年", "改编"].first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(word.count)
        } else {
            return sources.contains(part)
        }
        guard let source = sources.first(where: { rest.hasSuffix($0) }) else { return false }
        return rest.count - source.count <= 6 && rest.unicodeScalars.allSatisfy(\.isLetter)
    }

    private static func content(of part: String, behind words: [String]) -> String? {
        guard let word = words.first(where: { part.hasPrefix($0) }), part.count > word.count else { return nil }
        return String(part.dropFirst(word.count))
    }

    private static func isLevel(_ part: String) -> Bool {
        guard let last = part.unicodeScalars.last, !last.isASCII else { return false }
        return Difficulty(word: part) != nil || part.unicodeScalars.allSatisfy { "★☆⭐".contains($0) }
    }
}

extension RawItem {
    /// What the tags of its stem state; a line or cell of its own counts before them.
    mutating func take(_ tags: StemTag) {
        if let type = tags.type { self.type = type }
        addMissing(tags)
    }

    mutating func addMissing(_ tags: StemTag) {
        if difficulty.isBlank { difficulty = tags.difficulty }
        if topic.isBlank { topic = tags.topic }
    }
}
