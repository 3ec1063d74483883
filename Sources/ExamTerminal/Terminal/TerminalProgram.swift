package import ExamModel
package import Sitting

/// The loop that joins a session and a terminal: paint, save, paint, sleep until something happens.
package enum TerminalProgram {
    package enum Outcome: Sendable {
        /// The candidate has read the receipt.
        case finished
        /// Ended from outside (SIGTERM, SIGHUP, the terminal went away); the journal holds all answers.
        case ended
    }

    package static func run(
        _ session: TerminalSession, clock: SystemClock, signals: SignalWatch
    ) throws(Refusal) -> Outcome {
        let display = try NcursesDisplay()
        session.resize(to: display.size)
        session.tick(at: clock.read())
        while !session.isOver {
            display.paint(session.state.render())
            if session.needsSaving {
                session.save(at: clock.read())
                display.paint(session.state.render())
            }
            let isAttached = signals.wait(
                for: NcursesDisplay.descriptor, or: session.descriptor, milliseconds: untilNextSecond(clock.read()))
            while let signal = signals.next() {
                if signal == .end { return finish(session, clock) }
                display.resize()
                session.resize(to: display.size)
            }
            while let event = display.read() { take(event, into: session, at: clock.read()) }
            guard isAttached else { return finish(session, clock) }
            session.tick(at: clock.read())
        }
        return .finished
    }

    private static func take(
        _ event: NcursesDisplay.Event, into session: TerminalSession, at reading: ClockReading
    ) {
        switch event {
        case .input(let input): session.handle(input, at: reading)
        case .click(let position):
            if let input = session.state.render().input(at: position) {
                session.handle(input, at: reading)
            }
        }
    }

    private static func finish(_ session: TerminalSession, _ clock: SystemClock) -> Outcome {
        session.save(at: clock.read())
        return .ended
    }

    /// Milliseconds until the wall clock shows another second.
    private static func untilNextSecond(_ reading: ClockReading) -> Int32 {
        Int32(1000 - reading.wallMilliseconds % 1000)
    }
}
