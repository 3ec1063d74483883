import ExamModel
import Sealing

/// One line of a journal's file after the header, as JSON with sorted keys and a line feed.
struct JournalLine: Hashable, Codable {
    /// Counts from 1.
    let sequence: Int
    /// Of the line before, without its line feed.
    let previous: Digest
    /// Milliseconds since T0.
    let elapsed: SessionTime
    let clock: ClockReading
    let event: SittingEvent

    init(_ entry: JournalEntry, sequence: Int, previous: Digest) {
        self.sequence = sequence
        self.previous = previous
        elapsed = entry.time
        clock = entry.reading
        event = entry.event
    }

    var entry: JournalEntry {
        JournalEntry(event: event, time: elapsed, reading: clock)
    }

    /// Whether the clocks show times that a machine can show: keeps later sums far from overflow.
    var isPlausible: Bool {
        let era = 1 << 53
        return (-era..<era).contains(elapsed.milliseconds) && (0..<era).contains(clock.wallMilliseconds)
            && clock.nanoseconds < 1 << 62
    }
}
