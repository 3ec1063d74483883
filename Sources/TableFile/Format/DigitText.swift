import Foundation

/// A number that is not negative, in the places of a digit format such as `#,##0.00` or `0%`.
///
/// Rounded half up in decimal, as spreadsheet programs do: 0.285 is 0.29 in two places.
struct DigitText {
    private let whole: [FormatToken]
    private let fraction: [FormatToken]
    private let tail: [FormatToken]
    private let value: Double
    private let isGrouped: Bool
    private let scale: Int

    init(tokens: [FormatToken], value: Double) {
        self.value = value
        let exponent = tokens.firstIndex {
            if case .exponent = $0 { true } else { false }
        }
        let mantissa = tokens[..<(exponent ?? tokens.count)]
        tail = Array(tokens[(exponent ?? tokens.count)...])
        let point = mantissa.firstIndex(of: .point) ?? mantissa.endIndex
        let head = mantissa[..<point]
        let lastDigit = head.lastIndex(where: \.isDigit) ?? head.startIndex
        isGrouped = head.prefix(upTo: lastDigit).contains(.comma)
        let thousands = head.suffix(from: lastDigit).count { $0 == .comma }
        scale = 2 * tokens.count { $0 == .percent } - 3 * thousands
        whole = head.filter { $0 != .comma }
        fraction = Array(mantissa[point...].dropFirst())
    }

    var text: String {
        let decimals = fraction.count(where: \.isDigit)
        guard case .exponent(let plus)? = tail.first else {
            return placed(rounded(shifted(value, by: scale), decimals))
        }
        let power = value == 0 ? 0 : Int(floor(log10(value)))
        let sign = power < 0 ? "-" : plus ? "+" : ""
        let digits = String(abs(power))
        let width = tail.count(where: \.isDigit)
        let mantissa = placed(rounded(shifted(value, by: -power), decimals))
        return mantissa + "E" + sign + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private func shifted(_ value: Double, by power: Int) -> Decimal {
        let exact = Decimal(string: String(value), locale: nil) ?? Decimal(value)
        return exact * Decimal(sign: .plus, exponent: power, significand: 1)
    }

    private func rounded(_ number: Decimal, _ decimals: Int) -> (whole: String, fraction: String) {
        var (source, result) = (number, Decimal())
        NSDecimalRound(&result, &source, decimals, .plain)
        let parts = result.description.split(separator: ".").map(String.init)
        let fraction = parts.count > 1 ? parts[1] : ""
        return (parts.first ?? "0", fraction + String(repeating: "0", count: max(0, decimals - fraction.count)))
    }

    private func placed(_ digits: (whole: String, fraction: String)) -> String {
        let places = fraction.contains(where: \.isDigit) || !fraction.isEmpty
        let decimals = placedFraction(digits.fraction)
        return placedWhole(digits.whole) + (places && !decimals.isEmpty ? "." + decimals : "")
    }

    /// From the right; digits without a place of their own go before the first one.
    private func placedWhole(_ digits: String) -> String {
        var rest = digits == "0" ? "" : digits
        var result = ""
        var count = 0
        func put(_ digit: Character) {
            if isGrouped && count > 0 && count.isMultiple(of: 3) { result = "," + result }
            result = String(digit) + result
            count += 1
        }
        let first = whole.firstIndex(where: \.isDigit)
        for index in whole.indices.reversed() {
            switch whole[index] {
            case .digit(let kind):
                if let digit = rest.popLast() { put(digit) } else if kind == "0" { put("0") }
                if index == first { while let digit = rest.popLast() { put(digit) } }
            case .literal(let text): result = text + result
            case .percent: result = "%" + result
            default: break
            }
        }
        return result
    }

    /// Zeros at the end are shown only where the format says `0`.
    private func placedFraction(_ digits: String) -> String {
        var rest = digits[...]
        var result = ""
        for (index, token) in fraction.enumerated() {
            switch token {
            case .digit:
                let isNeeded = fraction[index...].contains(.digit("0")) || rest.contains { $0 != "0" }
                let digit = rest.popFirst() ?? "0"
                if isNeeded { result.append(digit) }
            case .literal(let text): result += text
            case .percent: result += "%"
            default: break
            }
        }
        return result
    }
}

extension FormatToken {
    fileprivate var isDigit: Bool {
        if case .digit = self { true } else { false }
    }
}
