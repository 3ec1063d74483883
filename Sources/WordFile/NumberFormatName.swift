/// Numbers as a list writes them, by the names of their formats (ECMA-376 part 1, 17.18.59 ST_NumberFormat).
enum NumberFormatName {
    static func text(_ value: Int, _ format: String) -> String {
        guard value > 0 else { return format == "none" ? "" : String(value) }
        switch format {
        case "none", "bullet": return ""
        case "upperLetter": return letters(value, from: 65)
        case "lowerLetter": return letters(value, from: 97)
        case "upperRoman": return roman(value)
        case "lowerRoman": return roman(value).lowercased()
        case "decimalZero": return value < 10 ? "0\(value)" : String(value)
        case "decimalFullWidth", "decimalFullWidth2":
            return String(
                String.UnicodeScalarView(String(value).unicodeScalars.compactMap { .init($0.value + 0xFEE0) }))
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
            return chinese(value)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": return enclosed(value, from: 0x2460)
        case "decimalEnclosedParen": return enclosed(value, from: 0x2474)
        case "decimalEnclosedFullstop": return enclosed(value, from: 0x2488)
        case "ideographTraditional": return value <= 10 ? String(Array("甲乙丙丁戊己庚辛壬癸")[value - 1]) : String(value)
        default: return String(value)
        }
    }

    /// A … Z, AA, BB, … as Word does.
    private static func letters(_ value: Int, from first: UInt32) -> String {
        let letter = Unicode.Scalar(first + UInt32((value - 1) % 26)).map { String(Character($0)) } ?? ""
        return String(repeating: letter, count: min((value - 1) / 26 + 1, 10))
    }

    private static func enclosed(_ value: Int, from first: UInt32) -> String {
        guard value <= 20, let scalar = Unicode.Scalar(first + UInt32(value - 1)) else { return String(value) }
        return String(Character(scalar))
    }

    private static func roman(_ value: Int) -> String {
        guard value < 4000 else { return String(value) }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = value
        var text = ""
        for (worth, sign) in signs {
            while rest >= worth {
                text += sign
                rest -= worth
            }
        }
        return text
    }

    private static func chinese(_ value: Int) -> String {
        guard value < 10_000 else { return String(value) }
        let digits = Array("零一二三四五六七八九")
        var text = ""
        var isZeroPending = false
        for (worth, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = value / worth % 10
            if digit == 0 {
                isZeroPending = !text.isEmpty
            } else {
                if isZeroPending { text += "零" }
                isZeroPending = false
                text += (worth == 10 && digit == 1 && text.isEmpty ? "" : String(digits[digit])) + unit
            }
        }
        return text
    }
}
