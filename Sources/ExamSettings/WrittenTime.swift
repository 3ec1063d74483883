/// The time at the end of a written moment, after at least one blank or `T`: ` 09:00`, `T09:00:00Z`, ` 9:00+08:00`.
struct WrittenTime {
    let hour, minute, second: Int
    /// Seconds east of Greenwich.
    let zone: Int
    /// The minutes of the zone as written.
    let zoneMinute: Int

    static func read(_ text: Substring) -> WrittenTime? {
        let clock = /(?:\ +|\ *T\ *)([0-9]{1,2})[:：]([0-9]{2})(?:[:：]([0-9]{2}))?/
        let zone = /\ *(?:(Z)|([+-])([0-9]{2}):?([0-9]{2}))?/
        guard let time = text.prefixMatch(of: clock) else { return nil }
        guard let written = text[time.range.upperBound...].wholeMatch(of: zone) else { return nil }
        func number(_ digits: Substring?) -> Int { digits.flatMap { Int($0) } ?? 0 }
        let offset = number(written.3) * 3600 + number(written.4) * 60
        let east = written.2.map { $0 == "-" ? -offset : offset }
        return WrittenTime(
            hour: number(time.1), minute: number(time.2), second: number(time.3),
            zone: written.1 != nil ? 0 : east ?? 8 * 3600, zoneMinute: number(written.4))
    }
}
