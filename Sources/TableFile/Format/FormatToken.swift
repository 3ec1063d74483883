/// A piece of a number format's section.
enum FormatToken: Equatable {
    case literal(String)
    /// `0`, `#` or `?`
    case digit(Character)
    case point
    case comma
    case percent
    /// `E+00`; `plus` shows the sign of positive exponents too.
    case exponent(plus: Bool)
    case general
    /// Runs such as `yyyy`, `m`, `dd`, `h`, `ss`, `aaaa`; minutes are `M`.
    case date(Character, Int)
    case halfDay(String, String)
    /// `[h]`, `[mm]`, `[s]`: not wrapped around.
    case elapsed(Character)
    /// Something this reader does not show: the section falls back to General.
    case unknown
}

extension FormatToken {
    /// The sections of a format code, divided by `;` outside literals.
    static func sections(of code: String) -> [[FormatToken]] {
        var scanner = FormatScanner(code)
        var sections: [[FormatToken]] = [[]]
        while let token = scanner.next() {
            switch token {
            case .section: sections.append([])
            case .token(let token): sections[sections.count - 1].append(token)
            case .nothing: break
            }
        }
        return sections.map(resolvingMinutes)
    }

    /// `m` is minutes after hours or before seconds, otherwise months.
    private static func resolvingMinutes(_ tokens: [FormatToken]) -> [FormatToken] {
        func unit(_ token: FormatToken) -> Character? {
            switch token {
            case .date(let unit, _), .elapsed(let unit): unit
            default: nil
            }
        }
        return tokens.indices.map { index in
            guard case .date("m", let count) = tokens[index], count <= 2 else { return tokens[index] }
            let before = tokens[..<index].last { unit($0) != nil }.flatMap(unit)
            let after = tokens[(index + 1)...].first { unit($0) != nil }.flatMap(unit)
            return before == "h" || after == "s" ? .date("M", count) : tokens[index]
        }
    }
}
