import ExamModel

/// The blanks of a fill-in item: runs of underscores and empty brackets.
enum StemBlanks {
    static func count(in stem: String) -> Int {
        var (count, last) = (0, UInt8(0))
        for byte in Folded.stem(stem).utf8 {
            if last == UInt8(ascii: "("), byte == UInt8(ascii: ")") { count += 1 }
            last = byte
        }
        return count
    }

    /// Whether there is nothing but blanks and punctuation marks.
    static func isAll(of stem: String) -> Bool {
        // Most stems show in their first bytes that they say something: U+4000 and beyond.
        if let lead = stem.utf8.first, (0xE4...0xE9).contains(lead) { return false }
        return Folded.stem(stem).replacing("()", with: "").trimmingPunctuation.isEmpty
    }

    /// The stem cut behind each of its blanks: one piece more than blanks.
    static func pieces(of stem: String) -> [String] {
        var pieces: [String] = []
        var rest = stem[...]
        while let blank = rest.firstMatch(of: /[(（][\s_\-]*[)）]|_{2,}/) {
            pieces.append(String(rest[..<blank.range.upperBound]))
            rest = rest[blank.range.upperBound...]
        }
        return pieces + [String(rest)]
    }

    /// Answers that were written on the lines to fill in, `不得超过__六个月__`: the stem with its blanks empty again, and what
    /// stood on them. `nil` when there are none, or some blank is still empty.
    static func filled(in stem: String) -> (stem: String, answers: [String])? {
        guard stem.utf8.contains(UInt8(ascii: "_")) else { return nil }
        let parts = stem.matches(of: /_+([^_\n。；]{1,40})_+/)
        guard !parts.isEmpty else { return nil }
        let emptied = stem.replacing(/_+([^_\n。；]{1,40})_+/, with: "____")
        guard count(in: emptied) == parts.count else { return nil }
        return (emptied, parts.map { String($0.1).trimmed })
    }

    /// `自（用工之日）起`: the stem with empty brackets, and what stood in them. `nil` when some blank is empty, or some bracket
    /// may be a remark: then nobody can tell which of them is the answer.
    static func filledBrackets(in stem: String) -> (stem: String, answers: [String])? {
        let parts = stem.matches(of: /[(（]([^()（）\n]*)[)）]/)
        guard !parts.isEmpty, count(in: stem) == 0 else { return nil }
        for part in parts {
            let isBehindTitle = stem[..<part.range.lowerBound].last.map { "》”\"".contains($0) } ?? true
            guard !isBehindTitle, part.1.count <= 30, !part.1.isBlank, !part.1.contains(remark) else { return nil }
        }
        return (stem.replacing(/[(（]([^()（）\n]*)[)）]/, with: "（）"), parts.map { String($0.1).trimmed })
    }

    /// What is said in brackets and is no answer: 以下简称……, 2008年修订, 含本数.
    private nonisolated(unsafe) static let remark =
        /简称|下称|施行|修订|修正|试行|实施|公布|发布|令第|号\s*$|含|包括|例如|不得少于|^[即如见指详注下同]|分\s*$/

    /// `试用期不得超过____个月。【六】`: blanks, and their answer in a bracket of its own behind the stem.
    static func trailing(in stem: String) -> (stem: String, answer: String)? {
        guard stem.hasSuffix("】"), let start = stem.lastIndex(of: "【") else { return nil }
        let answer = String(stem[stem.index(after: start)...].dropLast()).trimmed
        let rest = String(stem[..<start]).trimmed
        return !answer.isEmpty && answer.count <= 60 && count(in: rest) > 0 ? (rest, answer) : nil
    }

    /// The answer of each blank. Semicolons divide answers; where they do not give `count` parts, line ends, numbers in
    /// circles, enumeration commas, commas and blanks are tried, and used only when they give exactly `count`.
    static func split(_ answer: String, into count: Int) -> [String] {
        guard count != 1 else { return [answer] }
        let bySemicolon = parts(of: answer) { $0 == ";" || $0 == "；" }
        if count == 0 || bySemicolon.count == count { return bySemicolon }
        let others: [(Character) -> Bool] = [
            \.isNewline, { "①②③④⑤⑥⑦⑧⑨⑩".contains($0) }, { $0 == "|" || $0 == "/" }, { $0 == "、" },
            { $0 == "," || $0 == "，" },
            \.isWhitespace,
        ]
        return others.lazy.map { parts(of: answer, dividedBy: $0) }.first { $0.count == count } ?? bySemicolon
    }

    private static func parts(of answer: String, dividedBy isDivider: (Character) -> Bool) -> [String] {
        answer.split(whereSeparator: isDivider).map(\.trimmed).filter { !$0.isEmpty }
    }
}
