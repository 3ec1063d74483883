/// Numbers in Chinese numerals: whole ones below a hundred million (十五, 一百零五, 两千, 三万), and what stands behind 点.
enum ChineseNumeral {
    private static let digits: [Character: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]

    /// The number at the start of `text` and what is left; nil when there is none.
    static func read(_ text: Substring) -> (value: Int, rest: Substring)? {
        let written = text.prefix { digits[$0] != nil || units[$0] != nil || $0 == "万" }
        guard !written.isEmpty, let value = value(written) else { return nil }
        return (value, text.dropFirst(written.count))
    }

    /// The digits at the start of `text`, as they stand behind 点, and what is left; nil when there are none.
    static func digits(_ text: Substring) -> (digits: [Int], rest: Substring)? {
        let written = text.prefix { $0 != "两" && digits[$0] != nil }
        return written.isEmpty ? nil : (written.compactMap { digits[$0] }, text.dropFirst(written.count))
    }

    /// Nil where digits and units do not make a number: 五三十, 十十.
    private static func value(_ written: Substring) -> Int? {
        if written == "百" { return 100 }  // 百分之百
        let parts = written.split(separator: "万", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return belowTenThousand(written) }
        guard let high = belowTenThousand(parts[0]), high > 0 else { return nil }
        return parts[1].isEmpty ? high * 10_000 : belowTenThousand(parts[1]).map { high * 10_000 + $0 }
    }

    private static func belowTenThousand(_ written: Substring) -> Int? {
        if written.count > 1, written.allSatisfy({ digits[$0] != nil }) { return nil }
        var (sum, digit, last) = (0, Int?.none, 10_000)
        for character in written {
            if let unit = units[character] {
                guard unit < last else { return nil }
                sum += (digit ?? (unit == 10 && sum == 0 ? 1 : 0)) * unit
                guard digit != nil || (unit == 10 && sum == 10) else { return nil }
                (digit, last) = (nil, unit)
            } else if let next = digits[character] {
                guard digit == nil || digit == 0 else { return nil }
                digit = next
            }
        }
        return sum + (digit ?? 0)
    }
}
