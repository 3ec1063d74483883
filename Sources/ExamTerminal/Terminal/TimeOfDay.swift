import Foundation

/// The time of day where the machine stands.
enum TimeOfDay {
    /// `14:05:09`
    static func withSeconds(_ wallMilliseconds: Int) -> String {
        text(wallMilliseconds, fields: 3)
    }

    /// `14:05`
    static func withMinutes(_ wallMilliseconds: Int) -> String {
        text(wallMilliseconds, fields: 2)
    }

    private static func text(_ wallMilliseconds: Int, fields: Int) -> String {
        var seconds = time_t(wallMilliseconds / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].prefix(fields)
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
