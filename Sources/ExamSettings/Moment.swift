package import ExamModel
package import Foundation

/// A date and time as written, before asking whether the calendar has it: `2020-06-20 09:00` or `2020年6月20日 9:00`,
/// in Beijing time unless `+HH:MM` or `Z` follows.
package struct Moment {
    private let text: String
    private let year, month, day, hour, minute, second: Int
    /// Seconds east of Greenwich.
    private let zone: Int

    package init?(_ text: String) {
        self.text = text
        let date = /(\d{4})(?:-(\d{1,2})-(\d{1,2})|年(\d{1,2})月(\d{1,2})日)/
        let time = /[ T]*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?/
        let zone = /\ *(?:(Z)|([+-])(\d{2}):?(\d{2}))?/
        guard let dateMatch = text.prefixMatch(of: date) else { return nil }
        guard let timeMatch = text[dateMatch.range.upperBound...].prefixMatch(of: time) else { return nil }
        guard let zoneMatch = text[timeMatch.range.upperBound...].wholeMatch(of: zone) else { return nil }
        func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        year = number(dateMatch.1)
        month = number(dateMatch.2 ?? dateMatch.4)
        day = number(dateMatch.3 ?? dateMatch.5)
        hour = number(timeMatch.1)
        minute = number(timeMatch.2)
        second = number(timeMatch.3)
        let offset = number(zoneMatch.3) * 3600 + number(zoneMatch.4) * 60
        self.zone = zoneMatch.1 != nil ? 0 : zoneMatch.2.map { $0 == "-" ? -offset : offset } ?? 8 * 3600
    }

    /// Nil when there is no such month.
    private var daysInMonth: Int? {
        guard (1...12).contains(month) else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Nil when there is no such day or time.
    package var date: Date? {
        guard let days = daysInMonth, (1...days).contains(day), hour < 24, minute < 60, second < 60 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        guard let zone = TimeZone(secondsFromGMT: zone) else { return nil }
        calendar.timeZone = zone
        return calendar.date(
            from: DateComponents(year: year, month: month, day: day, hour: hour, minute: minute, second: second))
    }

    /// Why there is no such date.
    package var complaint: Bilingual {
        guard let days = daysInMonth else {
            return Bilingual(
                "没有“\(text)”这一天：月份应在 1 到 12 之间，请写存在的日期", "“\(text)” does not exist: months go from 1 to 12")
        }
        if (1...days).contains(day) {
            return Bilingual(
                "没有“\(text)”这个时刻，请写 00:00 到 23:59 之间的时间", "“\(text)” does not exist: hours go from 00 to 23")
        }
        return Bilingual(
            "没有“\(text)”这一天：\(year)年\(month)月只有 \(days) 天，请写存在的日期",
            "“\(text)” does not exist: that month has \(days) days")
    }
}
