import CNcurses
import ExamModel
import ExamSeat
import Foundation
package import Sitting

/// The same exam line by line on standard input and output.
package final class PlainProgram {
    private static let longestLine = 4096

    private let session: TerminalSession
    private let clock: SystemClock
    private let signals: SignalWatch
    private var page: [String] = []
    private var warnings = [600, 300]
    private var typed = Data()
    private var isCutOff = false

    package init(_ session: TerminalSession, clock: SystemClock, signals: SignalWatch) {
        self.session = session
        self.clock = clock
        self.signals = signals
        session.resize(to: .smallest)
    }

    package func run() -> TerminalProgram.Outcome {
        while !session.isOver {
            session.tick(at: clock.read())
            if session.needsSaving { session.save(at: clock.read()) }
            speak()
            let isAttached = signals.wait(for: STDIN_FILENO, or: session.descriptor, milliseconds: 1000)
            if signals.next() == .end { return finish() }
            guard takeLines(isAttached: isAttached) else { return finish() }
        }
        return .finished
    }

    private func finish() -> TerminalProgram.Outcome {
        session.save(at: clock.read())
        return .ended
    }

    /// Says the page when it is a new one, or when the reader has just typed something, and the time when it gets short.
    private func speak(again: Bool = false) {
        for message in session.takeMessages() {
            say([Catalog.messageFrom(message).text(in: session.state.language)])
        }
        let now = PlainText.page(session.state)
        if now != page || again { say(now) }
        page = now
        guard case .answering(let answering) = session.state.stage else { return }
        if (answering.delivery == .cutOff) != isCutOff {
            isCutOff.toggle()
            say([answering.say(isCutOff ? Catalog.cutOff : Catalog.reconnected)])
        }
        guard let next = warnings.first,
            answering.remainingSeconds <= next
        else { return }
        warnings.removeFirst()
        sayTime(answering)
    }

    private func sayTime(_ answering: Answering) {
        say([
            answering.say(Catalog.remaining) + " "
                + Catalog.duration(seconds: answering.remainingSeconds),
            answering.say(Catalog.answered(answering.answeredCount, of: answering.items.count)),
        ])
    }

    private func say(_ lines: [String]) {
        try? FileHandle.standardOutput.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Reads what is there and does its whole lines. False when the input has ended; Ctrl-D on a terminal ends nothing.
    private func takeLines(isAttached: Bool) -> Bool {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, 0) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 1024)
        let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
        guard count > 0 else { return isAttached && isatty(STDIN_FILENO) == 1 }
        typed.append(contentsOf: buffer[..<count])
        while let end = typed.firstIndex(of: 0x0a) {
            let line = String(decoding: typed[typed.startIndex..<end], as: UTF8.self)
            typed = Data(typed[(end + 1)...])
            obey(line)
        }
        // What goes on without an end is no command: it is dropped, and the line feed that ends it starts anew.
        if typed.count > Self.longestLine { typed.removeAll() }
        return true
    }

    private func obey(_ line: String) {
        if case .answering(let answering) = session.state.stage,
            line.trimmingCharacters(in: .whitespaces) == "t"
        {
            sayTime(answering)
        } else if let inputs = PlainCommand.inputs(line, in: session.state.stage) {
            for input in inputs { session.handle(input, at: clock.read()) }
            if session.needsSaving { save() }
            speak(again: true)
        } else {
            say([Catalog.unknownCommand.text(in: session.state.language)])
        }
    }

    private func save() {
        session.save(at: clock.read())
        if case .answering(let answering) = session.state.stage { say([saving(answering)]) }
    }

    private func saving(_ answering: Answering) -> String {
        switch answering.saving {
        case .saved: answering.say(Catalog.saved(answering.delivery))
        case .saving: answering.say(Catalog.saving)
        case .failing(let reason): answering.say(Catalog.saveFailing(reason))
        }
    }
}
