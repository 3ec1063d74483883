import CanonicalJSON
import ExamModel
import Sealing

/// Reads a line of a journal in one pass over its bytes, where it is spelled as journals are written and notes what
/// candidates do all the time. Answers nil for every other line, sound or not, about which the reader of JSON decides then.
struct JournalLineScanner {
    private var scanner: CanonicalScanner

    static func scan(_ line: UnsafeRawBufferPointer) -> JournalLine? {
        var scanner = JournalLineScanner(scanner: CanonicalScanner(line))
        return scanner.line()
    }

    private mutating func line() -> JournalLine? {
        guard let reading = clock(), scanner.take(#","elapsed":"#), let elapsed = scanner.integer(),
            let event = event(),
            scanner.take(#","previous":""#), let previous = scanner.text().flatMap({ Digest(text: $0) }),
            scanner.take(#","sequence":"#), let sequence = scanner.integer(), scanner.take("}"), scanner.isAtEnd
        else { return nil }
        let entry = JournalEntry(event: event, time: SessionTime(milliseconds: elapsed), reading: reading)
        return JournalLine(entry, sequence: sequence, previous: previous)
    }

    private mutating func clock() -> ClockReading? {
        guard scanner.take(#"{"clock":{"boot":""#), let boot = scanner.text(),
            scanner.take(#","nanoseconds":"#), let nanoseconds = scanner.integer(), nanoseconds >= 0,
            scanner.take(#","wallMilliseconds":"#), let wall = scanner.integer(), scanner.take("}")
        else { return nil }
        return ClockReading(boot: boot, nanoseconds: UInt64(nanoseconds), wallMilliseconds: wall)
    }

    private mutating func event() -> SittingEvent? {
        guard scanner.take(#","event":{"#) else { return nil }
        if scanner.take(#""kind":"heartbeat"}"#) { return .heartbeat }
        guard scanner.take(#""item":""#), let item = scanner.text().map({ ItemID($0) }) else { return nil }
        if scanner.take(#","kind":"answered","options":["#) {
            return texts().map { .answered(item, $0.map { OptionID($0) }) }
        }
        if scanner.take(#","kind":"written","texts":["#) { return texts().map { .written(item, $0) } }
        if scanner.take(#","kind":"flagged"}"#) { return .flagged(item) }
        if scanner.take(#","kind":"unflagged"}"#) { return .unflagged(item) }
        return nil
    }

    /// The rest of an array that ends the event.
    private mutating func texts() -> [String]? {
        var texts: [String] = []
        if scanner.take("]}") { return texts }
        repeat {
            guard scanner.take("\""), let text = scanner.text() else { return nil }
            texts.append(text)
        } while scanner.take(",")
        return scanner.take("]}") ? texts : nil
    }
}
