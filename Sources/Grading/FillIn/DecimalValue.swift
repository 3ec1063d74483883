/// An exact decimal: `digits` × 10^-`scale`, without zeros at the end.
struct DecimalValue: Hashable {
    private let digits: Int
    private let scale: Int

    private init(digits: Int, scale: Int) {
        var (digits, scale) = (digits, scale)
        while scale > 0, digits.isMultiple(of: 10) { (digits, scale) = (digits / 10, scale - 1) }
        self.digits = digits
        self.scale = scale
    }

    /// The number at the start of `text`, in Arabic or Chinese numerals, perhaps with 万 or 亿 behind it, and what is
    /// left. Nil when there is none, or it has more than ten digits.
    static func read(_ text: Substring) -> (DecimalValue, Substring)? {
        arabic(text) ?? chinese(text)
    }

    private static func chinese(_ text: Substring) -> (DecimalValue, Substring)? {
        guard let (whole, rest) = ChineseNumeral.read(text) else { return nil }
        guard rest.first == "点", let (fraction, unit) = ChineseNumeral.digits(rest.dropFirst()) else {
            return (DecimalValue(digits: whole, scale: 0), rest)
        }
        guard fraction.count <= 4 else { return nil }
        let digits = fraction.reduce(whole) { 10 * $0 + $1 }
        let (multiplier, length) = multiplier(unit)
        return (DecimalValue(digits: digits * multiplier, scale: fraction.count), unit.dropFirst(length))
    }

    private static func arabic(_ text: Substring) -> (DecimalValue, Substring)? {
        var rest = text
        let isNegative = rest.first == "-"
        if isNegative { rest = rest.dropFirst() }
        let whole = rest.prefix { isDigit($0) || $0 == "," }
        rest = rest.dropFirst(whole.count)
        guard whole.first.map(isDigit) == true, isGrouped(whole) else { return nil }
        var fraction: Substring = ""
        if rest.first == ".", let next = rest.dropFirst().first, isDigit(next) {
            fraction = rest.dropFirst().prefix(while: isDigit)
            rest = rest.dropFirst(1 + fraction.count)
        }
        let written = whole.filter { $0 != "," } + fraction
        guard written.count <= 10, let digits = Int(written) else { return nil }
        let (multiplier, length) = multiplier(rest)
        return (
            DecimalValue(digits: (isNegative ? -digits : digits) * multiplier, scale: fraction.count),
            rest.dropFirst(length)
        )
    }

    /// Commas stand before every third digit or nowhere.
    private static func isGrouped(_ whole: Substring) -> Bool {
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        return groups.count == 1 || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
    }

    private static func multiplier(_ text: Substring) -> (Int, Int) {
        switch text.first {
        case "万": text.dropFirst().first == "亿" ? (1, 0) : (10_000, 1)
        case "亿": (100_000_000, 1)
        default: (1, 0)
        }
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}
