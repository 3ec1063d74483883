import CNcurses
package import ExamModel
import Foundation

/// The signals of an exam terminal: those that a candidate could raise do nothing; those that end or resize the
/// terminal wait here until the program's loop looks.
package final class SignalWatch {
    enum Signal {
        case resize, end
    }

    let descriptor: Int32

    /// Takes the signals over in this thread and those that it starts from now on: call it before any other is.
    package init() throws(Refusal) {
        for number in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
        descriptor = kaochang_signal_descriptor([SIGTERM, SIGHUP, SIGWINCH], 3)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw Refusal(
                .terminalNotOpened, "无法接管系统信号：\(reason)", "the signals cannot be taken over: \(reason)")
        }
    }

    deinit {
        close(descriptor)
    }

    /// The next signal that came since the last look.
    func next() -> Signal? {
        switch kaochang_next_signal(descriptor) {
        case 0: nil
        case SIGWINCH: .resize
        default: .end
        }
    }

    /// Sleeps until something can be read from `input` or `other`, a signal comes, or the time is over. False when
    /// `input` is gone.
    func wait(for input: Int32, or other: Int32?, milliseconds: Int32) -> Bool {
        var descriptors = [
            pollfd(fd: input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: other ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        poll(&descriptors, 3, milliseconds)
        return descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) == 0
    }
}

extension FindingCode {
    package static let terminalNotOpened: FindingCode = "TERMINAL_NOT_OPENED"
}
