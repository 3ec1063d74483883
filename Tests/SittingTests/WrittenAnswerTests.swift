import CanonicalJSON
import ExamModel
import Foundation
import Testing

@testable import Sitting

/// Answers in words: blanks, short answers and the sub-items of a case.
struct WrittenAnswerTests {
    private static let items = [
        item("f", .fillIn, blanks: 2), item("w", .shortAnswer),
        item("c", .caseSet, parts: [item("c.1", .singleChoice), item("c.2", .fillIn, blanks: 1)]),
    ]

    private static func item(_ id: ItemID, _ type: ItemType, blanks: Int = 0, parts: [Item] = []) -> Item {
        Item(
            id: id, type: type, stem: "？", options: type.isChosen ? Item.Option.numbered(["甲", "乙"]) : [],
            blanks: blanks, parts: parts, topic: Topic(text: "劳动关系"), difficulty: .medium)
    }

    private func started() throws -> SittingState {
        var state = SittingState(rules: SittingSample.rules, form: SittingForm(Self.items))
        try state.apply(.started, at: .zero)
        return state
    }

    @Test func wordsAreKeptAndTakenBack() throws {
        var state = try started()
        try state.apply(.written("f", ["十五日", ""]), at: .seconds(1))
        try state.apply(.written("c.2", ["工伤"]), at: .seconds(2))
        try state.apply(.answered("c.1", ["2"]), at: .seconds(3))
        #expect(
            state.answers == [
                Response(item: "f", texts: ["十五日", ""]), Response(item: "c.1", options: ["2"]),
                Response(item: "c.2", texts: ["工伤"]),
            ])
        try state.apply(.written("f", [" ", ""]), at: .seconds(4))
        #expect(state.unanswered == ["f", "w"])
    }

    @Test(arguments: [
        (SittingEvent.written("f", ["一个"]), SittingFault.wrongKind("f")), (.written("c.1", ["乙"]), .wrongKind("c.1")),
        (.answered("f", ["1"]), .wrongKind("f")), (.written("c", ["答"]), .unknownItem("c")),
        (.written("w", [String(repeating: "字", count: 1001)]), .tooLong("w", limit: 1000)),
        (.written("c.2", ["a" + String(repeating: "\u{301}", count: 500)]), .tooLong("c.2", limit: 100)),
    ])
    func whatFitsNoItemIsRefused(event: SittingEvent, fault: SittingFault) throws {
        var state = try started()
        #expect(throws: fault) { try state.apply(event, at: .seconds(1)) }
        #expect(state.answers.isEmpty)
    }

    @Test func theEventSurvivesTheJournal() throws {
        let event = SittingEvent.written("f", ["十五日", "“引号”"])
        let line = try CanonicalJSON.encode(event)
        #expect(String(decoding: line, as: UTF8.self) == #"{"item":"f","kind":"written","texts":["十五日","“引号”"]}"#)
        #expect(try JSONDecoder().decode(SittingEvent.self, from: line) == event)
    }

    @Test func choicesAreWrittenAsBefore() throws {
        #expect(
            String(decoding: try CanonicalJSON.encode(Response(item: "a", options: ["1"])), as: UTF8.self)
                == #"{"item":"a","options":["1"]}"#)
    }
}
