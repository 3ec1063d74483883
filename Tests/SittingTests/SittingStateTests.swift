import ExamModel
import Sitting
import Testing

struct SittingStateTests {
    @Test func answersReplaceEachOtherAndCanBeTakenBack() throws {
        var state = try SittingSample.started()
        try state.apply(.answered("c", ["3", "1"]), at: .seconds(1))
        #expect(state.answers == [Response(item: "c", options: ["1", "3"])])
        try state.apply(.answered("c", ["2"]), at: .seconds(2))
        try state.apply(.answered("a", ["1"]), at: .seconds(3))
        #expect(state.answers == [Response(item: "a", options: ["1"]), Response(item: "c", options: ["2"])])
        try state.apply(.answered("c", []), at: .seconds(4))
        #expect(state.unanswered == ["b", "c", "d"])
        #expect(state.lastTouched == "c")
    }

    @Test func flagsComeAndGo() throws {
        var state = try SittingSample.started()
        try state.apply(.flagged("b"), at: .seconds(1))
        #expect(state.flags == ["b"])
        try state.apply(.unflagged("b"), at: .seconds(2))
        #expect(state.flags.isEmpty)
    }

    @Test(arguments: [
        (SittingEvent.answered("x", ["1"]), 10, SittingFault.unknownItem("x")),
        (.flagged("x"), 10, .unknownItem("x")),
        (.answered("a", ["9"]), 10, .unknownOption("a", "9")),
        (.answered("a", ["1", "2"]), 10, .tooManyOptions("a")),
        (.answered("d", ["T", "F"]), 10, .tooManyOptions("d")),
        (.answered("c", ["1", "1"]), 10, .repeatedOption("c")),
        (.started, 10, .alreadyStarted),
        (.handedIn, 1799, .handInTooEarly(earliest: .minutes(30))),
        (.timeUp, 5399, .timeIsNotUp),
        (.answered("a", ["1"]), 5400, .timeIsUp),
        (.handedIn, 5400, .timeIsUp),
        (.heartbeat, -1, .timeRanBackwards),
    ])
    func refusesWhatBreaksTheRules(event: SittingEvent, second: Int, fault: SittingFault) throws {
        var state = try SittingSample.started()
        let before = state
        #expect(throws: fault) { try state.apply(event, at: .seconds(second)) }
        #expect(state == before)
    }

    @Test func beginsBetweenTheStartAndTheLatestStart() throws {
        for (time, fault) in [
            (SessionTime(milliseconds: -1), SittingFault.beforeStart),
            (SessionTime(milliseconds: 1_800_001), .startedTooLate),
        ] {
            var state = SittingState(rules: SittingSample.rules, form: SittingSample.form)
            #expect(throws: fault) { try state.apply(.started, at: time) }
            #expect(throws: SittingFault.notStarted) { try state.apply(.flagged("a"), at: .seconds(5)) }
        }
        var late = SittingState(rules: SittingSample.rules, form: SittingSample.form)
        try late.apply(.started, at: .minutes(30))
        #expect(late.phase == .sitting)
    }

    @Test(arguments: [(SittingEvent.handedIn, 1800, 1800), (.timeUp, 9000, 5400)])
    func endsOnce(event: SittingEvent, second: Int, ending: Int) throws {
        var state = try SittingSample.started()
        try state.apply(event, at: .seconds(second))
        #expect(state.phase == .ended(event == .handedIn ? .handedIn : .timeUp, at: .seconds(ending)))
        for next in [SittingEvent.answered("a", ["1"]), .handedIn, .timeUp, .started, .heartbeat] {
            let fault: SittingFault = next == .started ? .alreadyStarted : .alreadyEnded
            #expect(throws: fault) { try state.apply(next, at: .seconds(9001)) }
        }
    }
}
