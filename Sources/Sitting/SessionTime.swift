package import Foundation

/// Time since T0, the start of the session, in milliseconds; negative before it.
package struct SessionTime: Hashable, Sendable, Comparable {
    package let milliseconds: Int

    package init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    package static let zero = SessionTime(milliseconds: 0)

    package static func seconds(_ seconds: Int) -> SessionTime {
        SessionTime(milliseconds: seconds * 1000)
    }

    package static func minutes(_ minutes: Int) -> SessionTime {
        seconds(minutes * 60)
    }

    /// What has run since `start` when the wall clock shows `wallMilliseconds` since 1970.
    package init(since start: Date, wallMilliseconds: Int) {
        milliseconds = wallMilliseconds - Int((start.timeIntervalSince1970 * 1000).rounded())
    }

    /// Whole seconds, rounded down.
    package var wholeSeconds: Int {
        Int((Double(milliseconds) / 1000).rounded(.down))
    }

    /// Whole seconds, rounded up: what a clock that runs down shows.
    package var wholeSecondsUp: Int {
        Int((Double(milliseconds) / 1000).rounded(.up))
    }

    package static func + (left: SessionTime, right: SessionTime) -> SessionTime {
        SessionTime(milliseconds: left.milliseconds + right.milliseconds)
    }

    package static func - (left: SessionTime, right: SessionTime) -> SessionTime {
        SessionTime(milliseconds: left.milliseconds - right.milliseconds)
    }

    package static func < (left: SessionTime, right: SessionTime) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension SessionTime: Codable {
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
