import ExamModel
import Foundation
import Sealing
import Sitting

/// A paper of four items: two single choices, a multiple choice and a judgement.
enum SittingSample {
    static let start = Date(timeIntervalSince1970: 1_600_000_000)

    static let rules = SittingRules(length: .minutes(90), latestStart: .minutes(30), earliestHandIn: .minutes(30))

    static let items = [
        item("a", .singleChoice), item("b", .singleChoice), item("c", .multipleChoice), item("d", .trueFalse),
    ]

    static let form = SittingForm(items)

    static let header = JournalHeader(
        exam: "sample", paper: Digest(of: Data("sample".utf8)), form: "A", ticket: "5101240101")

    /// The clocks `seconds` after the start, in one boot.
    static func reading(_ seconds: Int, boot: String = "first") -> ClockReading {
        ClockReading(
            boot: boot, nanoseconds: UInt64(1000 + seconds) * 1_000_000_000,
            wallMilliseconds: (1_600_000_000 + seconds) * 1000)
    }

    static func started() throws -> SittingState {
        var state = SittingState(rules: rules, form: form)
        try state.apply(.started, at: .zero)
        return state
    }

    private static func item(_ id: ItemID, _ type: ItemType) -> Item {
        Item(
            id: id, type: type, stem: "？",
            options: type == .trueFalse ? Item.Option.judgement : Item.Option.numbered(["甲", "乙", "丙"]),
            topic: Topic(text: "劳动关系"), difficulty: .medium)
    }
}
