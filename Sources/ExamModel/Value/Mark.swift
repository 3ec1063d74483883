import Foundation

/// An amount of marks (分), exact to a thousandth. No mark is ever held in floating point.
///
/// Encoded in JSON as a decimal number (`87.5`).
package struct Mark: Hashable, Sendable, Comparable, AdditiveArithmetic {
    /// The amount in thousandths of a mark.
    package let thousandths: Int

    package init(thousandths: Int) {
        self.thousandths = thousandths
    }

    package init(_ whole: Int) {
        thousandths = whole * 1000
    }

    /// Reads a plain decimal such as `1.5` or `-0.25`: at most three decimals and nine digits before the point.
    package init?(_ text: some StringProtocol) {
        var body = Substring(text)
        let negative = body.hasPrefix("-")
        if negative { body = body.dropFirst() }
        let parts = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...9).contains(whole.count), whole.allSatisfy(Self.isDigit) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard (1...3).contains(fraction.count), fraction.allSatisfy(Self.isDigit) else { return nil }
        let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
        guard let units = Int(whole), let thousandths = Int(padded) else { return nil }
        self.thousandths = (negative ? -1 : 1) * (units * 1000 + thousandths)
    }

    package static let zero = Mark(thousandths: 0)

    package static func + (left: Mark, right: Mark) -> Mark {
        Mark(thousandths: left.thousandths + right.thousandths)
    }

    package static func - (left: Mark, right: Mark) -> Mark {
        Mark(thousandths: left.thousandths - right.thousandths)
    }

    package static func * (left: Mark, right: Int) -> Mark {
        Mark(thousandths: left.thousandths * right)
    }

    package static func < (left: Mark, right: Mark) -> Bool {
        left.thousandths < right.thousandths
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}

extension Mark: CustomStringConvertible {
    /// The shortest decimal: `87.5`, `90`, `-0.25`.
    package var description: String {
        let magnitude = thousandths.magnitude
        var fraction = String(magnitude % 1000 + 1000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        let sign = thousandths < 0 ? "-" : ""
        return sign + String(magnitude / 1000) + (fraction.isEmpty ? "" : "." + fraction)
    }
}

extension Mark: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // A number is read as the floating-point number next to it, which only the decimal next to that one gives back: an
        // exam has millions of marks, and reading a `Decimal` takes four times as long.
        let number = try container.decode(Double.self)
        let scaled = (number * 1000).rounded()
        guard abs(scaled) < 1e15, scaled / 1000 == number else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a mark has at most three decimals, found \(number)")
        }
        thousandths = Int(scaled)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if thousandths.isMultiple(of: 1000) {
            try container.encode(thousandths / 1000)
        } else {
            // The floating-point number next to it, whose shortest spelling is that of the mark: 87.5.
            try container.encode(Double(thousandths) / 1000)
        }
    }
}
