import ExamModel
package import Foundation
import Yams

extension SettingsMap {
    /// A date and time: `2020-06-20 09:00` or `2020年6月20日 9:00`, in Beijing time unless `+HH:MM` or `Z` follows.
    package func moment(_ key: String) -> Date? {
        guard let (node, line) = node(key, example: "2020-06-20 09:00") else { return nil }
        let text = node.scalar?.string ?? ""
        guard let moment = Moment(text) else {
            refuse(
                key, text, line: line, expected: "日期和时间，例如 2020-06-20 09:00", "a date and time such as 2020-06-20 09:00"
            )
            return nil
        }
        guard let date = moment.date else {
            let days = moment.daysInMonth
            document.report(
                .noSuchDate, line: line,
                "没有“\(text)”这一天：\(days.map { "\(moment.year)年\(moment.month)月只有 \($0) 天" } ?? "月份应在 1 到 12 之间")，请写存在的日期和时间",
                "“\(text)” does not exist: "
                    + "\(days.map { "that month has \($0) days" } ?? "months go from 1 to 12"); write a real date and time"
            )
            return nil
        }
        return date
    }
}

/// The numbers of a date and time as written, before asking whether the calendar has them.
private struct Moment {
    let year, month, day, hour, minute, second: Int
    /// Seconds east of Greenwich.
    let zone: Int

    init?(_ text: String) {
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
    var daysInMonth: Int? {
        guard (1...12).contains(month) else { return nil }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Nil when there is no such day or time.
    var date: Date? {
        guard let days = daysInMonth, (1...days).contains(day), hour < 24, minute < 60, second < 60 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        guard let zone = TimeZone(secondsFromGMT: zone) else { return nil }
        calendar.timeZone = zone
        return calendar.date(
            from: DateComponents(year: year, month: month, day: day, hour: hour, minute: minute, second: second))
    }
}
