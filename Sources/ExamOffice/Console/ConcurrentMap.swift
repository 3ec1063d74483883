import Dispatch
import ExamModel
import Synchronization

extension Array where Element: Sendable {
    /// What `body` makes of every element, in their order, on all cores; tells `progress` how many are done.
    func concurrentMap<Value: Sendable>(
        progress: @Sendable (Int) -> Void = { _ in }, _ body: @Sendable (Element) -> Value
    ) -> [Value] {
        let made = Mutex([Value?](repeating: nil, count: count))
        let done = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let value = body(self[index])
            made.withLock { $0[index] = value }
            done.withLock { done in
                done += 1
                progress(done)
            }
        }
        return made.withLock { $0.compactMap(\.self) }
    }
}
