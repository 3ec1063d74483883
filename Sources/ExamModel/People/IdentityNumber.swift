/// A resident identity number (公民身份号码), GB 11643-1999: 18 characters with a valid birth date and check character.
///
/// The area code is not looked up: codes of withdrawn counties and of other provinces are legal.
package struct IdentityNumber: Hashable, Sendable {
    package let text: String

    /// Reads a number; a lower-case `x` at the end is accepted. Returns why not, when it is none.
    package static func read(_ text: String) -> Result<IdentityNumber, IdentityNumberFault> {
        let normal = text.uppercased()
        if normal.contains("E+") || normal.contains(".") { return .failure(.spreadsheetNumber) }
        guard normal.count == 18 else { return .failure(.length(normal.count)) }
        let characters = Array(normal.utf8)
        guard characters.count == 18 else { return .failure(.characters) }
        let digits = characters.prefix(17).map { Int($0) - 48 }
        guard digits.allSatisfy((0...9).contains) else { return .failure(.characters) }
        guard isDate(digits[6..<14]) else { return .failure(.birthDate) }
        guard characters[17] == checkCharacter(of: digits) else { return .failure(.checkCharacter) }
        return .success(IdentityNumber(valid: normal))
    }

    private init(valid text: String) {
        self.text = text
    }

    /// What a candidate types to log in.
    package var lastSix: String { String(text.suffix(6)) }

    /// As a public notice shows it: the first six and the last four characters.
    package var masked: String { text.prefix(6) + Self.mask + text.suffix(4) }

    /// The number with its birth date covered, for a roster that everybody may read.
    package var published: IdentityNumber { IdentityNumber(valid: masked) }

    private static let mask = "********"

    /// Whether `text` is what ``masked`` gives.
    private static func isMasked(_ text: String) -> Bool {
        guard text.utf8.count == 18, text.dropFirst(6).hasPrefix(mask) else { return false }
        let (open, last) = (text.prefix(6) + text.dropFirst(14).prefix(3), text.suffix(1))
        return open.utf8.allSatisfy { (48...57).contains($0) } && "0123456789X".contains(last)
    }

    /// The check character over 17 digits: ISO 7064 MOD 11-2.
    package static func checkCharacter(of digits: [Int]) -> UInt8 {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return Array("10X98765432".utf8)[sum % 11]
    }

    private static func isDate(_ digits: ArraySlice<Int>) -> Bool {
        let number = digits.reduce(0) { $0 * 10 + $1 }
        let (year, month, day) = (number / 10000, number / 100 % 100, number % 100)
        guard (1800...2999).contains(year), (1...12).contains(month) else { return false }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }
}

/// Why a text is no identity number.
package enum IdentityNumberFault: Error, Hashable, Sendable {
    /// `5.10199E+17`: a spreadsheet kept the number as a number and lost its last digits.
    case spreadsheetNumber
    case length(Int)
    case characters
    case birthDate
    case checkCharacter

    package var message: Bilingual {
        switch self {
        case .spreadsheetNumber:
            Bilingual(
                "身份证号被表格软件转成了数字，末几位已丢失；请把该列设为“文本”格式后重新填写",
                "the spreadsheet turned the identity number into a number and lost digits; format the column as text "
                    + "and type it again")
        case .length(let count):
            Bilingual("身份证号应为 18 位，这里是 \(count) 位", "an identity number has 18 characters, this has \(count)")
        case .characters:
            Bilingual("身份证号前 17 位应为数字", "the first 17 characters of an identity number are digits")
        case .birthDate:
            Bilingual("身份证号第 7 至 14 位不是有效的出生日期", "characters 7 to 14 are not a valid date of birth")
        case .checkCharacter:
            Bilingual("身份证号校验码不符，请核对是否抄错", "the check character does not fit; look for a misprint")
        }
    }
}

extension IdentityNumber: TextCodable {
    /// A number, or one that is masked.
    package init?(text: String) {
        if Self.isMasked(text) {
            self.init(valid: text)
            return
        }
        guard case .success(let number) = Self.read(text) else { return nil }
        self = number
    }

    package var description: String { text }
}
