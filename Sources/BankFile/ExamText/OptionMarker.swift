/// The letter before an option: `A.` `A、` `A．` `A:` `A)` `(A)`, after folding to half width. Small letters count only
/// with a bracket: `a)` `(a)`.
struct OptionMarker {
    /// 0 for A.
    let index: Int
    /// Where the option's text begins.
    let end: Int

    /// How many characters a marker takes at the most.
    static let longest = 8

    private static let marks: Set<Unicode.Scalar> = [".", "、", ":", ")", "·"]

    /// Reads a marker that begins at `start` in half-width characters.
    init?(at start: Int, in half: [Unicode.Scalar]) {
        var position = start
        let isSquare = position < half.count && half[position] == "["
        let isBracketed = isSquare || position < half.count && half[position] == "("
        if isBracketed { position += 1 }
        guard position < half.count, let code = half[position].asciiValue else { return nil }
        let isSmall = (97...122).contains(code)
        let letter = isSmall ? code - 32 : code
        guard (65...90).contains(letter) else { return nil }
        position += 1
        while position < half.count, half[position] == " ", position - start < 4 { position += 1 }
        guard position < half.count,
            isBracketed || isSmall ? half[position] == (isSquare ? "]" : ")") : Self.marks.contains(half[position])
        else {
            return nil
        }
        position += 1
        if isBracketed, position < half.count, ".、".contains(half[position]) { position += 1 }
        index = Int(letter) - 65
        end = position
    }
}
