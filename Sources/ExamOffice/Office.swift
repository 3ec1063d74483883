import Foundation

/// The exam-affairs office at work in one exam folder: every stage is a method here, in an extension of its own.
struct Office: Sendable {
    let folder: ExamFolder
    let console: Console
    /// The time now, for certificates, seals and the ledger.
    let clock: @Sendable () -> Date

    init(folder: ExamFolder, console: Console, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.folder = folder
        self.console = console
        self.clock = clock
    }
}
