import ExamModel
import ExamSeat
import ExamTerminal
import Testing

struct EntryScreenTests {
    private func state(_ stage: Stage = .login(LoginForm())) -> TerminalState {
        var state = TerminalState(exam: AnsweringSample.exam, language: .chinese, size: .smallest, stage: stage)
        state.clock = "09:25:37"
        return state
    }

    private func type(_ text: String, into state: inout TerminalState) {
        for character in text { _ = state.handle(.character(character)) }
    }

    @Test func bothFieldsMakeALogin() {
        var state = state()
        type("5101240101", into: &state)
        #expect(state.handle(.enter) == nil)
        type("01001x99", into: &state)
        #expect(state.render().text.contains("[ 01001X "))
        #expect(state.handle(.enter) == .logIn(ticket: "5101240101", lastSix: "01001X"))
    }

    @Test func incompleteFieldsAreNoLogin() {
        var state = state()
        type("5101240101", into: &state)
        _ = state.handle(.tab)
        type("0100", into: &state)
        #expect(state.handle(.enter) == nil)
        _ = state.handle(.backspace)
        #expect(state.render().text.contains("[ 010 "))
    }

    @Test func aWrongPairDoesNotTellWhichAndALockTakesNoKeys() {
        #expect(state(.login(LoginForm(fault: .wrong))).render().text.contains("准考证号或身份证号后六位不对"))
        var locked = state(.login(LoginForm(fault: .locked(42))))
        #expect(locked.render().text.contains("42 秒后"))
        let before = locked
        type("51", into: &locked)
        #expect(locked == before)
    }

    @Test func thePersonConfirmsOrGoesBack() {
        var state = state(.confirming(AnsweringSample.candidate))
        for fact in ["张某某", "5101240101", "成都市一队", "成都市人社局", "07"] {
            #expect(state.render().text.contains(fact))
        }
        #expect(!state.render().text.contains("01001X"))
        #expect(state.handle(.enter) == .confirm)
        #expect(state.handle(.escape) == .logOut)
    }

    @Test func theRulesAreShownBeforeTheStart() {
        var state = state(.readingRules(AnsweringSample.candidate))
        #expect(state.render().text.contains("2.  不得携带手机进入考场。"))
        #expect(state.handle(.character("x")) == nil)
        #expect(state.handle(.enter) == .begin)
    }

    @Test func waitingCountsDown() {
        #expect(state(.waiting(AnsweringSample.candidate, .release)).render().text.contains("等待启封"))
        let text = state(.waiting(AnsweringSample.candidate, .start(754))).render().text
        #expect(text.contains("距开考"))
        #expect(text.contains("###   ###        #   ####      ####  #  #"))
    }

    @Test func theReceiptIsLargeAndTheOnlyWayOut() {
        func stage(_ receipt: String?) -> Stage {
            .receipt(
                HandedIn(
                    candidate: AnsweringSample.candidate, ending: .timeUp, answered: 98, items: 100, receipt: receipt,
                    sessionEnd: "16:30"))
        }
        var done = state(stage("K3M9-QWXZ-7P2R"))
        let text = done.render().text
        #expect(text.contains("考试时间到") && text.contains("K3M9-QWXZ-7P2R") && text.contains("16:30"))
        #expect(done.render().lines.allSatisfy { $0.width <= 80 })
        #expect(done.handle(.enter) == nil)
        #expect(done.handle(.handIn) == .leave)
        var unsealed = state(stage(nil))
        #expect(unsealed.render().text.contains("请不要关机"))
        #expect(unsealed.handle(.handIn) == nil, "nobody leaves before the answers are sealed")
    }
}
