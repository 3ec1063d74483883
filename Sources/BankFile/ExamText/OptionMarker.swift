/// The letter before an option: `A.` `A、` `A．` `A:` `A)` `(A)`, after folding to half width.
struct OptionMarker {
    /// 0 for A.
    let index: Int
    /// Where the option's text begins.
    let end: Int

    private static let marks: Set<Character> = [".", "、", ":", ")", "·"]

    /// Reads a marker that begins at `start` in half-width characters.
    init?(at start: Int, in half: [Character]) {
        var position = start
        let isBracketed = position < half.count && half[position] == "("
        if isBracketed { position += 1 }
        guard position < half.count, let letter = half[position].asciiValue, (65...90).contains(letter) else {
            return nil
        }
        position += 1
        while position < half.count, half[position] == " ", position - start < 4 { position += 1 }
        guard position < half.count, isBracketed ? half[position] == ")" : Self.marks.contains(half[position]) else {
            return nil
        }
        position += 1
        if isBracketed, position < half.count, ".、".contains(half[position]) { position += 1 }
        index = Int(letter) - 65
        end = position
    }
}
