/// The blanks of a fill-in item: runs of underscores and empty brackets.
enum StemBlanks {
    static func count(in stem: String) -> Int {
        var (count, last) = (0, Character(" "))
        for character in Folded.stem(stem) {
            if last == "(" && character == ")" { count += 1 }
            last = character
        }
        return count
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
