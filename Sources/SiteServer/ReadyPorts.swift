import Synchronization

/// Waits until both servers listen, then tells their ports.
final class ReadyPorts: Sendable {
    private let ports = Mutex<(terminals: Int?, console: Int?)>((nil, nil))
    private let ready: @Sendable (Int, Int) -> Void

    init(_ ready: @escaping @Sendable (_ terminals: Int, _ console: Int) -> Void) {
        self.ready = ready
    }

    func terminals(_ port: Int?) { tell { $0.terminals = port } }

    func console(_ port: Int?) { tell { $0.console = port } }

    private func tell(_ change: (inout (terminals: Int?, console: Int?)) -> Void) {
        let both = ports.withLock { ports in
            change(&ports)
            return ports
        }
        if case (let terminals?, let console?) = both { ready(terminals, console) }
    }
}
