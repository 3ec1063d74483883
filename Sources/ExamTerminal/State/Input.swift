/// What a candidate does: keys, and what clicks stand for.
package enum Input: Hashable, Sendable {
    /// A typed character; fullwidth forms of an input method are already plain.
    case character(Character)
    case enter, escape, tab, backspace
    case up, down, left, right, pageUp, pageDown, home, end
    case help, handIn
    /// The option at this index of the item shown.
    case option(Int)
    /// The item at this index of the paper.
    case item(Int)
    /// The field or button at this index.
    case field(Int)

    /// A typed character as it is meant: letters and digits of an input method's fullwidth mode become plain.
    package static func typed(_ scalar: Unicode.Scalar) -> Input {
        guard (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) else {
            return .character(scalar.value == 0x3000 ? " " : Character(scalar))
        }
        return .character(Character(plain))
    }
}
