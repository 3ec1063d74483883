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

    /// A new folder, gone after `body`.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sitting-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    static func fixture(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/Sitting/\(name)")
    }

    private static func item(_ id: ItemID, _ type: ItemType) -> Item {
        Item(
            id: id, type: type, stem: "？",
            options: type == .trueFalse ? Item.Option.judgement : Item.Option.numbered(["甲", "乙", "丙"]),
            topic: Topic(text: "劳动关系"), difficulty: .medium)
    }
}
