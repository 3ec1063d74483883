import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Synchronization

/// What a link does in the background.
extension SittingLink {
    /// Works until the task is cancelled or the sitting goes on elsewhere.
    package func run() async {
        await prepare()
        await withDiscardingTaskGroup { group in
            group.addTask { await self.send() }
            group.addTask {
                await self.listen()
                self.finish()
            }
        }
    }

    /// Brings the journal on this machine up to the site's, and the form.
    private func prepare() async {
        var backoff = Backoff()
        while !Task.isCancelled {
            do {
                if login.lines > 0 { try await journal.reconcile(with: client) }
                let sealed = shelf.share(try await client.form())
                change { ($0.sealed, $0.silentSince) = (sealed, nil) }
                return
            } catch let failure as SiteFailure {
                fail(failure)
            } catch let refusal as Refusal {
                change { $0.fault = refusal }
            } catch {
                return
            }
            await backoff.sleep()
        }
    }

    /// Waits at the site for orders, messages, the time and the release.
    private func listen() async {
        var backoff = Backoff()
        while !Task.isCancelled, end == nil {
            let asked = readClock()
            let (after, seconds, isOpen) = state.withLock { ($0.seen, $0.secondsToWait(at: asked), $0.paper != nil) }
            do throws(SiteFailure) {
                let reply = try await client.orders(after: after, wait: seconds, sawRelease: isOpen)
                take(reply)
                backoff.reset()
                if reply.time.isReleased, !isOpen {
                    if await !openPaper(reply.release) { await backoff.sleep() }
                } else if reply.orders.isEmpty, SittingClock(time: .zero, at: asked).time(at: readClock()) < .seconds(1)
                {
                    // A site that does not wait is not asked again and again.
                    await backoff.sleep()
                }
            } catch {
                let wasHere = end == nil
                fail(error)
                if wasHere, end == .movedAway { await sendRest() }
                await backoff.sleep()
            }
        }
    }

    private func take(_ reply: OrdersReply) {
        change { state in
            state.hear(reply.time, at: readClock())
            for order in reply.orders where order.number > state.seen {
                state.seen = order.number
                state.inbox.append(order)
            }
        }
        kick()
    }

    /// Opens the release, fetched where it did not come along, and the form, another one where the release replaces it.
    /// False when that failed.
    private func openPaper(_ file: Data?) async -> Bool {
        do {
            let bytes = if let file { file } else { try await client.release() }
            let release = try shelf.release(in: bytes, trusting: trust)
            guard var sealed = state.withLock({ $0.sealed }) else { return false }
            if release.document.form(insteadOf: sealed.form) != sealed.form {
                sealed = shelf.share(try await client.form())
            }
            let content = try shelf.open(sealed, release).ordered(for: login.candidate.ticket)
            let exam = Exam(id: exam.id, title: exam.title, session: release.session, roomRules: exam.roomRules)
            change { ($0.paper, $0.fault) = (OpenPaper(exam: exam, content: content), nil) }
            return true
        } catch let failure as SiteFailure {
            fail(failure)
        } catch let refusal as Refusal {
            change { $0.fault = refusal }
        } catch {}
        return false
    }

    func fail(_ failure: SiteFailure) {
        change { state in
            if failure.code == .movedAway { state.sync?.leave() }
            if failure.code == nil, state.silentSince == nil { state.silentSince = readClock() }
        }
    }
}

extension SittingLink.State {
    private static let longestWait = 10

    /// How long the next request for orders waits: not beyond the start.
    func secondsToWait(at reading: ClockReading) -> Int {
        guard paper == nil else { return Self.longestWait }
        let start = SessionTime.zero - clock.time(at: reading)
        return start > .zero ? min(Self.longestWait, start.wholeSecondsUp) : Self.longestWait
    }
}
