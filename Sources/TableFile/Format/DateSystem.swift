/// How a workbook counts days (ECMA-376 part 1, 18.17.4.1).
enum DateSystem {
    /// Day 1 is 1900-01-01, and 1900-02-29, which never was, is day 60.
    case from1900
    /// Day 0 is 1904-01-01.
    case from1904

    /// The moment that `serial` days stand for; `nil` outside the calendar of spreadsheet programs.
    func moment(_ serial: Double) -> Moment? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var milliseconds = Int((serial * 86_400_000).rounded())
        let day = milliseconds / 86_400_000
        milliseconds %= 86_400_000
        let (year, month, dayOfMonth) =
            switch self {
            case .from1900 where day == 0: (1900, 1, 0)
            case .from1900 where day == 60: (1900, 2, 29)
            // Days since 1970-01-01, which is day 25569 here.
            case .from1900: Self.civil(day - 25_569 + (day < 60 ? 1 : 0))
            case .from1904: Self.civil(day - 24_107)
            }
        return Moment(
            year: year, month: month, day: dayOfMonth, weekday: (day + (self == .from1900 ? 6 : 5)) % 7,
            milliseconds: milliseconds)
    }

    /// Year, month and day of a day counted from 1970-01-01 in the Gregorian calendar, by eras of 400 years from 1 March.
    private static func civil(_ day: Int) -> (Int, Int, Int) {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// A calendar day and a time of day.
struct Moment {
    let year: Int
    let month: Int
    let day: Int
    /// 0 is Sunday.
    let weekday: Int
    /// Since midnight.
    let milliseconds: Int

    var hour: Int { milliseconds / 3_600_000 }
    var minute: Int { milliseconds / 60_000 % 60 }
    var second: Int { milliseconds / 1000 % 60 }
}
