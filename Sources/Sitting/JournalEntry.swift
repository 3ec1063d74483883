/// An event of a sitting with the time it happened and the clocks that told the time.
package struct JournalEntry: Hashable, Sendable {
    package let event: SittingEvent
    package let time: SessionTime
    package let reading: ClockReading

    package init(event: SittingEvent, time: SessionTime, reading: ClockReading) {
        self.event = event
        self.time = time
        self.reading = reading
    }
}
