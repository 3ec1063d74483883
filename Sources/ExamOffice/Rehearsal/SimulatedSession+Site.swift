import AtomicFile
import Dispatch
import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing
import SiteLink
import SiteRehearsal
import Sitting
import Synchronization

extension SimulatedSession {
    /// Everybody sits at a terminal of a site, against the site's real server. Returns the sealed answers, a file a site.
    func sitAtSites(_ console: Console) throws(Refusal) -> [URL] {
        let rehearsal = SiteRehearsal(
            papers.indices.map(site), release: try AtomicFile.read(release, limit: 1 << 20), session: exam.session,
            terminal: terminal)
        let minutes = exam.session.minutes
        let stage = Bilingual("作答（分钟）", "minutes")
        let outcome = try Self.wait { () throws(Refusal) in
            try await rehearsal.run { console.progress(stage, min(minutes - 1, $0.wholeSeconds / 60), of: minutes) }
        }
        console.progress(stage, minutes, of: minutes)
        console.say(
            "\(seats.count) 名考生经考点服务器作答并交卷；服务器确认落盘的作答 \(outcome.acknowledged) 次",
            "\(seats.count) candidates through the site's server; \(outcome.acknowledged) answers acknowledged from its disk"
        )
        console.say(
            "中途断电续考 \(outcome.resumed) 人，换机续考 \(outcome.moved) 人，提前交卷 \(count(of: .early)) 人，"
                + "到时自动交卷 \(count(of: .runsOut)) 人；请求 \(outcome.requests) 次，每秒最多 \(outcome.peakRequestsPerSecond) 次",
            "\(outcome.resumed) cut off and resumed, \(outcome.moved) moved to another machine, \(count(of: .early)) early, "
                + "\(count(of: .runsOut)) out of time; \(outcome.requests) requests, at most "
                + "\(outcome.peakRequestsPerSecond) in a second")
        return outcome.answers
    }

    private func site(_ index: Int) -> SiteRehearsal.Site {
        let paper = papers[index].paper
        let folder =
            papers.count == 1
            ? places : places.appending(path: paper.package.sites[index].name, directoryHint: .isDirectory)
        let here = seats.indices.filter { sites[$0] == index }
        return SiteRehearsal.Site(
            paper, folder: folder, scripts: here.map { plans[$0].script(of: seats[$0], in: exam.session) })
    }

    /// Waits on this thread for what others do.
    private static func wait<Result: Sendable>(
        for body: @escaping @Sendable () async throws(Refusal) -> Result
    ) throws(Refusal) -> Result {
        let result = Mutex<Swift.Result<Result, Refusal>>(.failure(Refusal([])))
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            let outcome: Swift.Result<Result, Refusal>
            do throws(Refusal) {
                outcome = .success(try await body())
            } catch {
                outcome = .failure(error)
            }
            result.withLock { $0 = outcome }
            done.signal()
        }
        done.wait()
        return try result.withLock { $0 }.get()
    }
}

extension AnswerPlan {
    /// The plan as a terminal's script.
    fileprivate func script(of candidate: SeatAssignment, in session: Session) -> Script {
        var steps = responses.enumerated().map { index, response in
            SiteCandidate.Step(at: .seconds(moment(ofAnswer: index)), .answered(response.item, response.options))
        }
        if let handIn = handIn(in: session) { steps.append(.init(at: .seconds(handIn), .handedIn)) }
        guard answersBeforeOutage > 0 else { return Script(candidate, steps: steps, outage: nil) }
        // A second later, when the answer is at the site.
        let outage = Script.Outage(
            at: .seconds(outageStart + 1), for: .seconds(Self.outage - 1), isForGood: fate == .moved)
        return Script(candidate, steps: steps, outage: outage)
    }
}
