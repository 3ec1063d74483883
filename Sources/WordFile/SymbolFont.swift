/// Marks that Word writes in symbol fonts, as the characters that they look like.
enum SymbolFont {
    private static let fonts: [String: [UInt32: String]] = [
        "wingdings": [
            0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x6C: "●", 0x6E: "■", 0x8C: "①",
            0x8D: "②",
            0x8E: "③", 0x8F: "④", 0x90: "⑤",
        ],
        "wingdings 2": [0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "□"],
        "symbol": [0xD6: "√", 0xB4: "×", 0xB7: "·", 0xA3: "≤", 0xB3: "≥"],
    ]

    static func isSymbolic(_ font: String) -> Bool { fonts[font.lowercased()] != nil }

    /// The mark at `code` of `font`; symbol fonts are also addressed from F000 on. Empty when it is not known.
    static func mark(_ code: UInt32, font: String) -> String {
        fonts[font.lowercased()]?[code & 0xFF] ?? ""
    }

    /// The same for every character of a run.
    static func text(_ text: String, font: String) -> String {
        text.unicodeScalars.map { scalar in
            let mark = mark(scalar.value, font: font)
            return mark.isEmpty ? String(Character(scalar)) : mark
        }
        .joined()
    }
}
