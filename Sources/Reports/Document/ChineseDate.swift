import ExamModel
import Foundation

/// A date as certificates write it: 二〇二〇年六月二十日 (GB/T 15835-2011, 4.2.1: numerals in Chinese where the occasion asks
/// for them).
enum ChineseDate {
    private static let digits = Array("〇一二三四五六七八九")

    static func text(_ date: Date) -> String {
        let parts = BeijingTime.day(date).split { !$0.isNumber }
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) else { return BeijingTime.day(date) }
        let year = String(parts[0].compactMap(\.wholeNumberValue).map { digits[$0] })
        return "\(year)年\(number(month))月\(number(day))日"
    }

    /// 1 to 99 as one says them.
    private static func number(_ value: Int) -> String {
        let (tens, ones) = (value / 10, value % 10)
        let head = tens == 0 ? "" : (tens == 1 ? "" : String(digits[tens])) + "十"
        return head + (ones == 0 ? "" : String(digits[ones]))
    }
}
