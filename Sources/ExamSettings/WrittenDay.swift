/// The day at the beginning of a written moment: `2020-06-20`, `2020年6月20日` or `6月20日`.
struct WrittenDay {
    let year: Int?
    let month: Int
    let day: Int

    /// The day and what follows it.
    static func read(_ text: String) -> (day: WrittenDay, rest: Substring)? {
        let form = /([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})|(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日/
        guard let match = text.prefixMatch(of: form), let month = (match.2 ?? match.5).flatMap({ Int($0) }),
            let day = (match.3 ?? match.6).flatMap({ Int($0) })
        else { return nil }
        let year = (match.1 ?? match.4).flatMap { Int($0) }
        return (WrittenDay(year: year, month: month, day: day), text[match.range.upperBound...])
    }

    /// Nil when there is no such month. Without a year, February has its 29 days.
    var daysInMonth: Int? {
        guard (1...12).contains(month) else { return nil }
        let leap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    var exists: Bool {
        daysInMonth.map { (1...$0).contains(day) } ?? false
    }

    var monthName: String {
        (year.map { "\($0)年" } ?? "") + "\(month)月"
    }
}
