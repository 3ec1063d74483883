package import ExamModel
package import Foundation

/// A date and time as written, before asking whether the calendar has it: `2020-06-20 09:00` or `2020年6月20日 9:00`,
/// in Beijing time unless `+HH:MM` or `Z` follows.
///
/// A day that no calendar has is taken without its time too, and `4月31日` without its year, so that the complaint can
/// name the real mistake.
package struct Moment {
    private enum Fault {
        case month, day, year, time, zone
    }

    private static let years = 2000...2100
    /// Seconds that a zone's clock may differ from Greenwich's: fourteen hours, the widest in use.
    private static let widestZone = 14 * 3600

    private let text: String
    private let day: WrittenDay
    private let time: WrittenTime?

    package init?(_ text: String) {
        guard let (day, rest) = WrittenDay.read(text) else { return nil }
        // After 日 no blank is needed: 2020年6月20日9:00.
        let time = WrittenTime.read(text.contains("日") ? " " + rest : rest)
        guard time != nil || rest.isEmpty else { return nil }
        self.text = text
        self.day = day
        self.time = time
        let complete = day.year != nil && time != nil
        guard complete || !day.exists else { return nil }
    }

    private var fault: Fault? {
        guard day.daysInMonth != nil else { return .month }
        guard day.exists else { return .day }
        guard let year = day.year, Self.years.contains(year) else { return .year }
        guard let time, time.hour < 24, time.minute < 60, time.second < 60 else { return .time }
        return time.zoneMinute < 60 && abs(time.zone) <= Self.widestZone ? nil : .zone
    }

    /// Nil when there is no such day, time or zone, or the year is not between 2000 and 2100.
    package var date: Date? {
        guard fault == nil, let time, let zone = TimeZone(secondsFromGMT: time.zone) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.date(
            from: DateComponents(
                year: day.year, month: day.month, day: day.day, hour: time.hour, minute: time.minute,
                second: time.second))
    }

    /// Why there is no such date.
    package var complaint: Bilingual {
        switch fault {
        case .month:
            Bilingual(
                "没有“\(text)”这一天：月份应在 1 到 12 之间，请写存在的日期", "“\(text)” does not exist: months go from 1 to 12")
        case .day:
            Bilingual(
                "没有“\(text)”这一天：\(day.monthName)只有 \(day.daysInMonth ?? 0) 天，请写存在的日期",
                "“\(text)” does not exist: that month has \(day.daysInMonth ?? 0) days")
        case .year:
            Bilingual(
                "“\(text)”的年份应在 \(Self.years.lowerBound) 到 \(Self.years.upperBound) 之间，请核对",
                "the year of “\(text)” must lie between \(Self.years.lowerBound) and \(Self.years.upperBound)")
        case .zone:
            Bilingual(
                "没有“\(text)”末尾的时区：应在 -14:00 到 +14:00 之间；北京时间不必写时区",
                "the zone of “\(text)” does not exist: zones go from -14:00 to +14:00; Beijing time needs none")
        case .time, nil:
            Bilingual(
                "没有“\(text)”这个时刻，请写 00:00 到 23:59 之间的时间", "“\(text)” does not exist: hours go from 00 to 23")
        }
    }
}
