import ExamTestSupport
import Foundation

/// A program in a terminal of its own: tmux plays the terminal, typing keys and telling what is on the screen.
final class TmuxScreen {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let folder: TemporaryFolder

    /// Runs `command` by the shell in a terminal of this size; what it ends with stays on the screen.
    init(_ command: String, rows: Int = 24, columns: Int = 80) throws {
        folder = try TemporaryFolder()
        try tmux(
            "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
            "\(command); printf '\\r\\nENDED:%s\\r\\n' $?; stty -a | grep -qE '(^| )isig' && echo RESTORED; exec sleep 600"
        )
    }

    deinit {
        _ = try? tmux("kill-server")
    }

    /// Types keys by tmux's names: `Enter`, `F10`, `C-c`; anything else letter by letter.
    func type(_ keys: String...) throws {
        try tmux(["send-keys"] + keys)
    }

    func resize(rows: Int, columns: Int) throws {
        try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    func text() throws -> String {
        String(decoding: try tmux("capture-pane", "-p"), as: UTF8.self)
    }

    /// The process that runs in the terminal under the shell.
    func process() throws -> Int32 {
        let shell = String(decoding: try tmux("list-panes", "-F", "#{pane_pid}"), as: UTF8.self)
        let output = try Command.run(
            "pgrep", ["-P", shell.trimmingCharacters(in: .whitespacesAndNewlines)], in: folder.url)
        guard
            let process = Int32(String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw Failure(description: "no process in the terminal") }
        return process
    }

    /// Looks until all of `texts` are on the screen, and returns it; fails with the screen after `seconds`.
    @discardableResult
    func wait(for texts: String..., seconds: Int = 60) throws -> String {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            let screen = try text()
            if texts.allSatisfy(screen.contains) { return screen }
            guard ContinuousClock.now < deadline else {
                throw Failure(description: "no \(texts) within \(seconds) s on\n\(screen)")
            }
            usleep(30_000)
        }
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> Data {
        try tmux(arguments)
    }

    /// The threads that run tests block most signals, which tmux has to hear: `env` unblocks them.
    ///
    /// Foundation takes a process for ended when the last copy of a descriptor is closed that it gave to it; tmux's
    /// server lives on, so all descriptors beyond the standard three are closed first.
    private static let closing =
        "for name in /proc/$BASHPID/fd/*; do number=${name##*/}; if (( number > 2 )); then eval \"exec $number>&-\"; fi; done; "

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> Data {
        let script = Self.closing + "exec tmux -u -f /dev/null -S '\(folder["socket"].path)' \"$@\""
        return try Command.run(
            "env", ["--default-signal", "LC_ALL=C.UTF-8", "bash", "-c", script, "tmux"] + arguments, in: folder.url)
    }
}
