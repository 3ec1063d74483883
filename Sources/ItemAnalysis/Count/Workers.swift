import Dispatch
import ExamModel
import Foundation
import Synchronization

/// A job cut into as many pieces as there are processors, each with its own table.
enum Workers {
    /// Pieces of `0..<count` of nearly the same size, none of them empty, as many as there are processors.
    static func pieces(of count: Int, smallest: Int) -> [Range<Int>] {
        let processors = max(ProcessInfo.processInfo.activeProcessorCount, 1)
        let number = max(min(processors, count / max(smallest, 1)), 1)
        return (0..<number).map { count * $0 / number..<count * ($0 + 1) / number }
    }

    /// Runs `work` on every piece at the same time. The results come back in the order of the pieces; the first refusal
    /// among them is thrown.
    static func run<Result: Sendable>(
        _ pieces: [Range<Int>], _ work: @Sendable (Range<Int>) throws(Refusal) -> Result
    ) throws(Refusal) -> [Result] {
        let outcomes = Mutex([Int: Swift.Result<Result, Refusal>]())
        DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
            let outcome: Swift.Result<Result, Refusal>
            do throws(Refusal) {
                outcome = .success(try work(pieces[index]))
            } catch {
                outcome = .failure(error)
            }
            outcomes.withLock { $0[index] = outcome }
        }
        let done = outcomes.withLock { $0 }
        var results: [Result] = []
        for index in pieces.indices {
            if let outcome = done[index] { results.append(try outcome.get()) }
        }
        return results
    }
}
