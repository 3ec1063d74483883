/// The number before an item: `1.` `1、` `1．` `（1）` `１．` `第1题`.
struct ItemNumber: Hashable, Sendable {
    enum Style: Hashable, Sendable {
        case plain, bracketed
    }

    let value: Int
    let style: Style
    /// Where the stem begins.
    let end: Int
    /// It may be the beginning of a figure: `2.5`.
    let isDoubtful: Bool

    init?(_ half: [Unicode.Scalar]) {
        var position = 0
        let isSquare = half.first == "["
        let isBracketed = half.first == "(" || isSquare
        let isOrdinal = half.first == "第"
        if isBracketed || isOrdinal { position += 1 }
        while position < half.count, half[position] == " " { position += 1 }
        var value = 0
        let digits = position
        while position < half.count, let digit = half[position].asciiValue, (48...57).contains(digit),
            position - digits < 5
        {
            value = value * 10 + Int(digit - 48)
            position += 1
        }
        guard position > digits, value > 0, value < 100_000 else { return nil }
        while position < half.count, half[position] == " " { position += 1 }
        if isOrdinal {
            guard position < half.count, half[position] == "题" else { return nil }
            position += 1
            if position < half.count, ".、:)".contains(half[position]) { position += 1 }
        } else {
            guard position < half.count,
                isBracketed ? half[position] == (isSquare ? "]" : ")") : ".、:)．,".contains(half[position])
            else {
                return nil
            }
            let isFigure = ".,:".contains(half[position])
            position += 1
            isDoubtful = isFigure && position < half.count && half[position].isASCII && half[position].isNumber
            (self.value, style, end) = (value, isBracketed ? .bracketed : .plain, position)
            return
        }
        (self.value, style, end, isDoubtful) = (value, .plain, position, false)
    }
}
