import ExamModel
import Foundation
import Sealing
import SiteProtocol
import Synchronization

/// Sends what was answered.
extension SittingLink {
    private struct Lines {
        let range: Range<Int>
        let bytes: [Data]
    }

    /// Sends whenever there is something to send, until the link has ended.
    func send() async {
        for await _ in kicks {
            while let lines = next() {
                let isTaken = await send(lines)
                guard isTaken else { break }
            }
            if end != nil { break }
        }
    }

    private func next() -> Lines? {
        let lines: Lines?? = state.withLock { state in
            guard !state.isHeld, let range = state.sync?.next() else { return nil }
            do throws(Refusal) {
                return Lines(range: range, bytes: try state.reader.read(range))
            } catch {
                state.fault = error
                state.sync?.take(.lost) { _ in nil }
                return .some(nil)
            }
        }
        if case .some(nil) = lines { hold() }
        return lines ?? nil
    }

    private func send(_ lines: Lines) async -> Bool {
        let answer: SyncState.Answer
        do throws(SiteFailure) {
            let reply = try await client.post(lines: Data(lines.bytes.joined()), from: lines.range.lowerBound)
            state.withLock { $0.hear(reply.time, at: readClock()) }
            answer = .reply(lines: reply.lines, head: reply.head)
        } catch {
            fail(error)
            if case .refused(let fault) = error { answer = .fault(fault) } else { answer = .lost }
        }
        change { state in
            state.sync?.take(answer) { line in
                if lines.range.contains(line) {
                    return Digest(of: lines.bytes[line - lines.range.lowerBound].dropLast())
                }
                return (try? state.reader.read(line..<line + 1).first).map { Digest(of: $0.dropLast()) }
            }
        }
        if case .reply = answer { return true }
        hold()
        return false
    }

    /// The candidate goes on elsewhere: the site keeps what it never got from here for people to look at.
    func sendRest() async {
        guard let sync = state.withLock({ $0.sync }), sync.delivered < sync.saved else { return }
        let rest = state.withLock { try? $0.reader.read(sync.delivered..<sync.saved) }
        guard let rest else { return }
        _ = try? await client.post(lines: Data(rest.joined()), from: sync.delivered)
    }

    /// Waits before the next try, unless the site is heard earlier.
    private func hold() {
        var generator = SystemRandomNumberGenerator()
        let milliseconds = state.withLock { state in
            state.isHeld = true
            return state.backoff.next(using: &generator)
        }
        Task { [weak self] in
            try? await Task.sleep(for: .milliseconds(milliseconds))
            self?.state.withLock { $0.isHeld = false }
            self?.kick()
        }
    }
}
