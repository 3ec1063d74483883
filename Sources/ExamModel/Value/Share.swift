/// A share of a whole in hundredths of a percent: `28%` is 2800, the whole is 10 000.
package struct Share: Hashable, Sendable, Comparable, TextCodable {
    package static let whole = Share(basisPoints: 10_000)

    package let basisPoints: Int

    package init(basisPoints: Int) {
        self.basisPoints = basisPoints
    }

    /// Reads `28%` or `12.5%`, at most two decimals, between 0 % and 100 %.
    package init?(text: String) {
        guard text.hasSuffix("%"), let percent = Mark(text.dropLast()), percent.thousandths % 10 == 0 else {
            return nil
        }
        guard (0...100_000).contains(percent.thousandths) else { return nil }
        basisPoints = percent.thousandths / 10
    }

    package var description: String { "\(Mark(thousandths: basisPoints * 10))%" }

    package static func < (left: Share, right: Share) -> Bool {
        left.basisPoints < right.basisPoints
    }
}

extension Share {
    /// Whole numbers that add up to `total` and lie nearest to the shares: the largest-remainder method (Hare quota).
    /// Equal remainders go to the earlier share, so the result depends on the order and on nothing else.
    package static func apportion(_ total: Int, by shares: [Share]) -> [Int] {
        let sum = shares.reduce(0) { $0 + $1.basisPoints }
        guard sum > 0 else { return shares.map { _ in 0 } }
        var counts = shares.map { total * $0.basisPoints / sum }
        let byRemainder = shares.indices.sorted { left, right in
            let first = total * shares[left].basisPoints % sum
            let second = total * shares[right].basisPoints % sum
            return first == second ? left < right : first > second
        }
        for index in byRemainder.prefix(total - counts.reduce(0, +)) { counts[index] += 1 }
        return counts
    }
}
