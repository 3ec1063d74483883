import Dispatch
import ExamModel
import ExamSeat
import Foundation
import Synchronization

extension SimulatedSession {
    /// Everybody sits at a machine without a network (单机), as many at a time as there are cores. Returns the sealed
    /// answers, a file a candidate.
    func sitAtDesks(_ console: Console) throws(Refusal) -> [URL] {
        let failures = Mutex<[Finding]>([])
        let done = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: seats.count) { index in
            do throws(Refusal) {
                try sit(index)
            } catch {
                failures.withLock { $0 += error.findings }
            }
            done.withLock { count in
                count += 1
                console.progress(Bilingual("作答", "sitting"), count, of: seats.count)
            }
        }
        let findings = failures.withLock { $0 }
        guard findings.isEmpty else { throw Refusal(findings) }
        let answers = plans.reduce(0) { $0 + $1.responses.count }
        let interrupted = count(of: .interrupted) + count(of: .moved)
        console.say(
            "\(seats.count) 名考生交卷，作答 \(answers) 次，每次先落盘再算数；中途断电续考 \(interrupted) 人，"
                + "提前交卷 \(count(of: .early)) 人，到时自动交卷 \(count(of: .runsOut)) 人",
            "\(seats.count) candidates, \(answers) answers each on the disk before it counted; \(interrupted) "
                + "cut off and resumed, \(count(of: .early)) early, \(count(of: .runsOut)) out of time")
        return seats.map { places.appending(path: "\($0.ticket).kca") }
    }

    private func sit(_ index: Int) throws(Refusal) {
        let released = papers[sites[index]]
        let desk = try ExamDesk(paper: released.paper, release: release, answers: places)
        _ = try SimulatedSitting(desk: desk, released: released, assignment: seats[index], plan: plans[index]).run()
    }
}
