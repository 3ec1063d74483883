package import ExamModel
package import Foundation
package import Sealing

/// A sitting that goes on in a journal: events change the state at once and are saved by `save()`.
///
/// Opened on the journal of a sitting that was cut off, it goes on where that one stopped.
package final class RecordedSitting {
    /// A reboot costs the candidate at most what the wall clock cannot tell since the last of these.
    package static let heartbeat = SessionTime.seconds(15)

    package private(set) var state: SittingState
    private let journal: AnswerJournal
    private var clock: SittingClock
    private var unsaved: [JournalEntry] = []

    /// Where `time` is known (a site told it), it decides, but never runs behind the journal. Otherwise the journal's
    /// last event and this boot's clock tell the time, and of a new journal the wall clock against T0, `start`. Throws
    /// when the journal's events do not follow the rules.
    package init(
        journal: AnswerJournal, rules: SittingRules, form: SittingForm, start: Date, time: SessionTime? = nil,
        now: ClockReading
    ) throws(Refusal) {
        self.journal = journal
        state = SittingState(rules: rules, form: form)
        for (index, entry) in journal.replayed.enumerated() {
            do throws(SittingFault) {
                try state.apply(entry.event, at: entry.time)
            } catch {
                throw Refusal(
                    .journalAgainstRules, at: Place(line: index + 2), "作答记录的这一行不合规则：\(error.message.chinese)",
                    "this line of the journal breaks the rules: \(error.message.english)")
            }
        }
        clock =
            if let time {
                SittingClock(time: max(time, state.time ?? time), at: now)
            } else if let last = journal.replayed.last {
                SittingClock(time: last.time, at: last.reading).anchored(at: now)
            } else {
                SittingClock(start: start, reading: now)
            }
    }

    /// Whether all events so far are on the disk.
    package var isSaved: Bool { unsaved.isEmpty }

    /// Of the journal's last line, without its line feed.
    package var journalHead: Digest { journal.head }

    package func time(at reading: ClockReading) -> SessionTime {
        clock.time(at: reading)
    }

    /// Takes over a time that is ahead of this clock; time never runs backwards.
    package func correct(to time: SessionTime, at reading: ClockReading) {
        if time > self.time(at: reading) { clock = SittingClock(time: time, at: reading) }
    }

    /// How many lines the journal's file holds, the header included.
    package var lines: Int { journal.lines }

    /// What is left at `reading`; never negative.
    package func remaining(at reading: ClockReading) -> SessionTime {
        state.remaining(at: time(at: reading))
    }

    /// Applies an event. It is not saved yet.
    package func perform(_ event: SittingEvent, at reading: ClockReading) throws(SittingFault) {
        let time = time(at: reading)
        try state.apply(event, at: time)
        // What is typed faster than the disk writes replaces itself: each event holds the whole answer.
        if case .written(let item, _) = event, case .written(item, _)? = unsaved.last?.event { unsaved.removeLast() }
        unsaved.append(JournalEntry(event: event, time: time, reading: reading))
    }

    /// Ends the sitting when its time is up; otherwise notes, every fifteen seconds, that time has passed.
    package func tick(at reading: ClockReading) throws(SittingFault) {
        guard let last = state.time else { return }
        if time(at: reading) - last >= Self.heartbeat { try resume(at: reading) }
        if state.phase == .sitting, time(at: reading) >= state.deadline { try perform(.timeUp, at: reading) }
    }

    /// Notes that the sitting goes on after a break, by this boot's clock, or ends it when its time is up.
    package func resume(at reading: ClockReading) throws(SittingFault) {
        guard state.phase == .sitting else { return }
        try perform(time(at: reading) < state.deadline ? .heartbeat : .timeUp, at: reading)
    }

    /// Returns when everything so far is on the disk. After a throw, what was not saved waits for the next call.
    package func save() throws(Refusal) {
        while let next = unsaved.first {
            try journal.append(next)
            unsaved.removeFirst()
        }
    }
}

extension FindingCode {
    package static let journalAgainstRules: FindingCode = "JOURNAL_AGAINST_RULES"
}
