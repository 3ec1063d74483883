import ExamModel
import ExamTerminal
import Sitting
import Testing

/// Items that are answered in words, on the screen: blanks, short answers, sub-items below their material.
struct WritingTests {
    private static let material = "王某在某公司工作，" + String(repeating: "公司未为其缴纳工伤保险费。", count: 4)

    private static let content = FormContent(
        id: "A",
        sections: [
            section("填空题", .fillIn, [item("f", .fillIn, blanks: 2)]),
            section("简答题", .shortAnswer, [item("w", .shortAnswer)]),
            section(
                "案例题", .caseSet,
                [
                    item(
                        "c", .caseSet, stem: material,
                        parts: [item("c.1", .singleChoice), item("c.2", .fillIn, blanks: 1)])
                ]),
        ])

    private static func item(
        _ id: ItemID, _ type: ItemType, stem: String = "试用期最长不得超过____。", blanks: Int = 0, parts: [Item] = []
    ) -> Item {
        Item(
            id: id, type: type, stem: stem, options: type.isChosen ? Item.Option.numbered(["甲", "乙"]) : [],
            blanks: blanks, parts: parts, topic: Topic(text: "劳动关系"), difficulty: .medium)
    }

    private static func section(_ title: String, _ type: ItemType, _ items: [Item]) -> FormContentSection {
        FormContentSection(title: title, type: type, marks: Mark(2), instructions: Bilingual("", ""), items: items)
    }

    /// Types the inputs, each taking effect before the next, and returns the state and what was recorded.
    private func type(_ inputs: [Input], rows: Int = 24) throws -> (TerminalState, [SittingEvent]) {
        var answering = try AnsweringSample.answering(Self.content)
        var state = AnsweringSample.state(answering, rows: rows)
        var events: [SittingEvent] = []
        for input in inputs {
            let request = state.handle(input)
            guard case .answering(let now) = state.stage else { break }
            answering = now
            if case .record(let event) = request {
                events.append(event)
                try answering.sitting.apply(event, at: .seconds(2))
            }
            state.stage = .answering(answering)
        }
        return (state, events)
    }

    private func characters(_ text: String) -> [Input] { text.map { .character($0) } }

    @Test func lettersAreTextAndTheBlanksFollowOneAnother() throws {
        let (state, events) = try type(characters("G6 月") + [.enter] + characters("m，") + [.backspace])
        #expect(events.last == .written("f", ["G6 月", "m"]))
        let text = state.render().text
        #expect(text.contains("(1) G6 月"))
        #expect(text.contains("> (2) m"))
        #expect(text.contains("已答 1/4"), "the sub-items count by themselves")
    }

    @Test func theCursorStandsWhereTheNextCharacterGoes() throws {
        let (state, _) = try type(characters("六个月"))
        let screen = state.render()
        let cursor = try #require(screen.cursor)
        let row = screen.text.split(separator: "\n", omittingEmptySubsequences: false)[cursor.row]
        #expect(row.contains("(1) 六个月_"))
        #expect(cursor.column == 9 + 6)
    }

    @Test func aShortAnswerTakesLinesAndFullwidthCommasAndStaysInSight() throws {
        let long = String(repeating: "先行支付，", count: 120)
        let (state, events) = try type([.right] + characters("一、认定") + [.enter] + characters(long))
        #expect(events.last == .written("w", ["一、认定\n" + long]))
        #expect(state.render().cursor != nil, "the window follows what is written")
        let (read, _) = try type([.right] + characters(long) + [Input](repeating: .up, count: 60))
        #expect(read.render().text.contains("试用期最长不得超过"), "and goes back to the stem when it is read")
    }

    @Test func subItemsStandBelowTheirMaterial() throws {
        let (state, events) = try type([.right, .right, .character("ｂ"), .right] + characters("工伤"))
        #expect(events == [.answered("c.1", ["2"]), .written("c.2", ["工"]), .written("c.2", ["工伤"])])
        let text = state.render().text
        #expect(text.contains("【材料】王某在某公司工作"))
        #expect(text.contains("已答 2/4"))
    }

    @Test func functionKeysDoWhatLettersDoElsewhere() throws {
        let (_, flagged) = try type([.flag])
        #expect(flagged == [.flagged("f")])
        let (jumped, events) = try type([.jump, .character("３"), .enter, .character("a")])
        #expect(events == [.answered("c.1", ["1"])])
        #expect(jumped.render().text.contains("案例题"))
    }
}
