import ExamModel

/// Keys that stand twice in one mapping of a YAML text. The parser stops at the first of them: here all are found, by
/// their indentation, and taken out, so that everything else in the file can be read and checked as well. Mappings
/// written in braces are left to the parser.
struct RepeatedKeys {
    struct Repeat: Equatable {
        let key: String
        /// Counted from 1.
        let line: Int
        /// Where the key stands first.
        let first: Int
    }

    private struct Scope {
        let column: Int
        var lines: [String: Int] = [:]
    }

    private(set) var found: [Repeat] = []
    /// The text with blank lines in place of the repeated keys and of what belongs to them.
    private(set) var rest: String

    init(in text: String) {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var scopes: [Scope] = []
        // Lines further right than this belong to a text or to a repeated key.
        var inside: (column: Int, isRemoved: Bool)?
        for (index, line) in lines.enumerated() {
            let content = line.drop { $0 == " " }
            guard let first = content.first, first != "#", !content.allSatisfy(\.isWhitespace) else { continue }
            let indent = line.count - content.count
            if let block = inside, indent > block.column {
                if block.isRemoved { lines[index] = "" }
                continue
            }
            inside = nil
            let (column, isItem) = Self.column(of: content, at: indent)
            scopes.removeAll { $0.column > column || (isItem && $0.column >= column) }
            guard let key = Self.key(of: line.dropFirst(column)) else { continue }
            if scopes.last?.column != column { scopes.append(Scope(column: column)) }
            if let earlier = scopes[scopes.count - 1].lines[key.name] {
                found.append(Repeat(key: key.name, line: index + 1, first: earlier))
                lines[index] = ""
                inside = (column, true)
            } else {
                scopes[scopes.count - 1].lines[key.name] = index + 1
                if key.beginsText { inside = (column, false) }
            }
        }
        rest = lines.joined(separator: "\n")
    }

    /// Where a line's key stands: behind the dashes of a list.
    private static func column(of content: Substring, at indent: Int) -> (column: Int, isItem: Bool) {
        var (rest, column) = (content, indent)
        while rest.hasPrefix("- ") {
            let next = rest.dropFirst().drop { $0 == " " }
            column += rest.count - next.count
            rest = next
        }
        return (column, column > indent)
    }

    private static func key(of text: Substring) -> (name: String, beginsText: Bool)? {
        guard let first = text.first, !"{}[],&*!|>%@`?".contains(first) else { return nil }
        let quote: Character? = first == "\"" || first == "'" ? first : nil
        let colon: Substring.Index?
        if let quote {
            let end = text.dropFirst().firstIndex(of: quote)
            let next = end.flatMap { text[$0...].dropFirst().firstIndex { $0 != " " } }
            colon = next.flatMap { text[$0] == ":" ? $0 : nil }
        } else {
            colon = text.indices.first { index in
                let after = text.index(after: index)
                return text[index] == ":" && (after == text.endIndex || text[after].isWhitespace)
            }
        }
        guard let colon else { return nil }
        let name = text[..<colon].trimmingSuffix(while: { $0 == " " })
        let value = text[colon...].dropFirst().drop { $0 == " " }
        return (quote == nil ? String(name) : String(name.dropFirst().dropLast()), "|>".contains(value.first ?? " "))
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, matches(last) { rest = rest.dropLast() }
        return rest
    }
}
