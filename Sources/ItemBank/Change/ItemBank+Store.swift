package import AnswerKey
package import ExamModel
import Foundation
import GRDB

extension ItemBank {
    /// Puts the drafts of one file into the bank in one transaction. A draft that is there already changes nothing unless
    /// the order says so; one that is there with another key is refused and reported, never replaced silently; other
    /// differences are reported.
    ///
    /// - Parameter progress: called now and then with how many drafts are done.
    package func store(
        _ drafts: some Sequence<(draft: DraftItem, place: Place)>, _ order: ImportOrder,
        progress: (Int) -> Void = { _ in }
    ) throws(Refusal) -> StoreOutcome {
        let outcome = try guarding {
            var outcome = StoreOutcome()
            try database.inTransaction(.immediate) { database in
                let store = DraftStore(database, order, try Self.stateOfNewItems(order, in: database))
                for (index, draft) in drafts.enumerated() {
                    try store.take(draft.draft, at: draft.place, &outcome)
                    if index % 1000 == 999 { progress(index + 1) }
                }
                if let threshold = order.similarity, !outcome.added.isEmpty {
                    outcome.similar = try Self.similarItems(
                        threshold: threshold, among: Set(outcome.added), in: database)
                }
                outcome.isRefused =
                    !order.acceptsPartial && outcome.findings.contains { $0.severity == .error }
                return order.isDryRun || outcome.isRefused ? .rollback : .commit
            }
            return outcome
        }
        settle()
        return outcome
    }

    /// A bank that asks for review takes nothing but drafts.
    private static func stateOfNewItems(_ order: ImportOrder, in database: Database) throws -> ItemState {
        let asksForReview = try BankSetting.review.value(in: database) == BankSetting.reviewRequired
        let state = order.state ?? (asksForReview ? .draft : .approved)
        guard !asksForReview || state == .draft else {
            throw Refusal(
                .reviewRequired, "这个题库要求审题：导入的试题先作草稿，审定后才能上卷；请去掉 --as，或用 --as draft",
                "this bank asks for review: imported items begin as drafts; leave out --as, or write --as draft")
        }
        return state
    }
}
