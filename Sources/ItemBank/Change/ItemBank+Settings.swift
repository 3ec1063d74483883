package import ExamModel
import GRDB

extension ItemBank {
    /// Whether imported items begin as drafts, to be reviewed by two people before they go on papers.
    package func asksForReview() throws(Refusal) -> Bool {
        try guarding {
            try database.read { try BankSetting.review.value(in: $0) == BankSetting.reviewRequired }
        }
    }

    package func setAsksForReview(_ asks: Bool) throws(Refusal) {
        try changing { try BankSetting.review.set(asks ? BankSetting.reviewRequired : "trusted", in: $0) }
    }
}
