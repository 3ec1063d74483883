/// What a candidate does: keys, and what clicks stand for.
package enum Input: Hashable, Sendable {
    /// A character as it was typed.
    case character(Character)
    case enter, escape, tab, backspace
    case up, down, left, right, pageUp, pageDown, home, end
    case help, handIn, flag, jump, nextOpen
    /// The option at this index of the item shown.
    case option(Int)
    /// The item at this index of the paper.
    case item(Int)
    /// The field or button at this index.
    case field(Int)
    /// The whole text of the field at this index.
    case text(Int, String)

    /// The input where characters are commands: letters and digits of an input method's fullwidth mode become plain.
    package var plain: Input {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first else { return self }
        if scalar.value == 0x3000 { return .character(" ") }
        guard (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) else {
            return self
        }
        return .character(Character(plain))
    }
}
