import ExamModel
import ExamTerminal
import Sitting
import Testing

struct AnsweringInputTests {
    /// Does the inputs, the sitting following each request as the seat would, and returns all requests.
    @discardableResult
    private func type(_ inputs: [Input], into state: inout TerminalState) throws -> [Request] {
        try inputs.compactMap { input in
            let request = state.handle(input)
            if case .record(let event) = request, case .answering(var answering) = state.stage {
                try answering.sitting.apply(event, at: .minutes(40))
                state.stage = .answering(answering)
            }
            return request
        }
    }

    private func answering(_ state: TerminalState) throws -> Answering {
        guard case .answering(let answering) = state.stage else { throw Failure() }
        return answering
    }

    private struct Failure: Error {}

    @Test func lettersReplaceOnASingleChoiceAndToggleOnAMultipleChoice() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering())
        let single = try type([.character("a"), .character("C"), .character("c"), .character("e")], into: &state)
        #expect(single == [.record(.answered("i1", ["1"])), .record(.answered("i1", ["3"]))])
        let multiple = try type([.item(60), .character("b"), .character("d"), .character("B")], into: &state)
        #expect(
            multiple == [
                .record(.answered("i61", ["2"])), .record(.answered("i61", ["2", "4"])),
                .record(.answered("i61", ["4"])),
            ])
        #expect(try type([.backspace, .backspace], into: &state) == [.record(.answered("i61", []))])
    }

    @Test func arrowsMoveAndSpaceChooses() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering())
        #expect(try type([.down, .down, .up, .character(" ")], into: &state) == [.record(.answered("i1", ["2"]))])
        try type([.right, .pageDown, .left], into: &state)
        #expect(try answering(state).position == 1)
        try type([.left, .left], into: &state)
        #expect(try answering(state).position == 0)
        try type([.end, .right], into: &state)
        #expect(try answering(state).position == 99)
    }

    @Test func jumpsByNumberAndFlags() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering())
        try type([.character("g"), .character("6"), .character("3"), .enter], into: &state)
        #expect(try answering(state).position == 62)
        #expect(try type([.character("m")], into: &state) == [.record(.flagged("i63"))])
        #expect(try type([.character("M")], into: &state) == [.record(.unflagged("i63"))])
        try type([.character("g"), .character("0"), .enter], into: &state)
        #expect(try answering(state).position == 62)
        #expect(try answering(state).notice != nil)
        try type([.character("7"), .backspace, .character("8"), .escape], into: &state)
        #expect(try answering(state).position == 62)
    }

    @Test func theCardLeadsToAnItemAndFilters() throws {
        var state = AnsweringSample.state(
            try AnsweringSample.answering(events: [.answered("i2", ["1"]), .flagged("i40"), .answered("i1", ["1"])]))
        try type([.tab, .down, .right, .enter], into: &state)
        #expect(try answering(state).position == 14)
        try type([.tab, .character("m"), .enter], into: &state)
        #expect(try answering(state).position == 39)
        try type([.tab, .character("u"), .home, .enter], into: &state)
        #expect(try answering(state).position == 2)
    }

    @Test func handsInOnlyAfterTwoConfirmations() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering(remaining: .minutes(10)))
        #expect(try type([.handIn, .enter], into: &state).isEmpty)
        #expect(try type([.handIn, .right, .enter, .enter], into: &state).isEmpty)
        #expect(try type([.handIn, .right, .enter, .escape], into: &state).isEmpty)
        #expect(try type([.handIn, .right, .enter, .right, .enter], into: &state) == [.record(.handedIn)])
    }

    @Test func theDialogListsWhatIsOpenAndFlagged() throws {
        let all = AnsweringSample.content.items
        let events = all.dropFirst(3).map { SittingEvent.answered($0.id, [$0.options[0].id]) } + [.flagged("i33")]
        var state = AnsweringSample.state(try AnsweringSample.answering(events: events, remaining: .minutes(10)))
        try type([.handIn], into: &state)
        let text = state.render().text
        #expect(text.contains("未答 3 题：1-3") && text.contains("标记 1 题：33") && text.contains("已答 97 题"))
    }

    @Test func handingInTooEarlySaysWhen() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering(remaining: .minutes(61)))
        try type([.handIn], into: &state)
        #expect(state.render().text.contains("开考 30 分钟后才能交卷"))
        #expect(!state.render().text.contains("交卷前请核对"))
    }

    @Test func clicksDoWhatKeysDo() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering(), rows: 40, columns: 120)
        let text = state.render().text.split(separator: "\n", omittingEmptySubsequences: false)
        let option = try #require(text.firstIndex { $0.contains("( ) C") })
        let click = try #require(state.render().input(at: .init(row: option, column: 20)))
        #expect(try type([click], into: &state) == [.record(.answered("i1", ["3"]))])
        let cell = try #require(state.render().targets.first { $0.input == .item(41) })
        try type([cell.input], into: &state)
        #expect(try answering(state).position == 41)
    }

    /// A stem of a hundred lines: going down shows every line, ends on the last option, and going up comes back.
    @Test func aLongStemScrollsWithoutSkippingALine() throws {
        let stem = (1...100).map { "第\($0)行。" }.joined(separator: "\n")
        let content = FormContent(
            id: "A",
            sections: [
                FormContentSection(
                    title: "单项选择题", type: .singleChoice, marks: Mark(1), instructions: Bilingual("", ""),
                    items: [AnsweringSample.item(1, .singleChoice, stem: stem)])
            ])
        var state = AnsweringSample.state(try AnsweringSample.answering(content))
        var seen: Set<Int> = []
        for _ in 0..<120 {
            let text = state.render().text
            for line in 1...100 where text.contains("第\(line)行。") { seen.insert(line) }
            try type([.down], into: &state)
        }
        #expect(seen.count == 100)
        #expect(state.render().text.contains("> ( ) D"))
        for _ in 0..<120 { try type([.up], into: &state) }
        #expect(state.render().text.contains("第1行。"))
        #expect(try type([.character("d")], into: &state) == [.record(.answered("i1", ["4"]))])
    }

    @Test func helpCoversAndGoes() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering())
        #expect(try type([.help, .character("a")], into: &state).isEmpty)
        #expect(try type([.character("a")], into: &state) == [.record(.answered("i1", ["1"]))])
    }

    @Test func fullwidthTypingIsUnderstood() {
        #expect(Input.character("Ａ").plain == .character("A"))
        #expect(Input.character("５").plain == .character("5"))
        #expect(Input.character("\u{3000}").plain == .character(" "))
    }
}
