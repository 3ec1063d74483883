package import Foundation

/// Dates in words, by the clock of China (UTC+8, without daylight saving time), wherever the program runs.
package enum BeijingTime {
    /// `2020年6月18日`, in English `2020-06-18`.
    package static func day(_ date: Date, in language: Language = .chinese) -> String {
        let parts = components(date)
        return switch language {
        case .chinese: "\(parts.year)年\(parts.month)月\(parts.day)日"
        case .english: "\(parts.year)-\(padded(parts.month))-\(padded(parts.day))"
        }
    }

    /// `09:30`
    package static func clock(_ date: Date) -> String {
        let parts = components(date)
        return "\(padded(parts.hour)):\(padded(parts.minute))"
    }

    /// `09:30:05`
    package static func clockWithSeconds(_ date: Date) -> String {
        let second = Int(date.timeIntervalSince1970.rounded(.down)) % 60
        return "\(clock(date)):\(padded(second))"
    }

    private static func components(_ date: Date) -> (year: Int, month: Int, day: Int, hour: Int, minute: Int) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        return (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0, parts.hour ?? 0, parts.minute ?? 0)
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
