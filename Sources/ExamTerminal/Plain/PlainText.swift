import ExamModel
import ExamSeat
import Sitting

/// The state as lines to be read out, without layout: for screen readers and dumb terminals.
enum PlainText {
    /// What is new to the reader when the page changes. It does not change with the time alone.
    static func page(_ state: TerminalState) -> [String] {
        let language = state.language
        switch state.stage {
        case .connecting(let reason): return [(reason ?? Catalog.connecting).text(in: language)]
        case .enrolling(let form):
            return ([form.fault].compactMap { $0 } + [Catalog.codeField]).map { $0.text(in: language) }
        case .login(let form): return loginPage(form, state)
        case .loggingIn: return [Catalog.loggingIn.text(in: language)]
        case .confirming(let candidate): return confirmPage(candidate, language)
        case .readingRules: return rulesPage(state)
        case .waiting(_, let waiting): return waitingPage(waiting, language)
        case .answering(let answering): return answeringPage(answering)
        case .receipt(let handedIn): return receiptPage(handedIn, language)
        }
    }

    private static func loginPage(_ form: LoginForm, _ state: TerminalState) -> [String] {
        var lines = [state.exam?.title, state.exam?.session.name].compactMap { $0 }
        switch form.fault {
        case nil: break
        case .wrong: lines.append(Catalog.wrongPair.text(in: state.language))
        case .locked: lines.append(Catalog.lockedForAWhile.text(in: state.language))
        case .refused(let reason): lines.append(reason.text(in: state.language))
        }
        return lines + [Catalog.plainLogin.text(in: state.language)]
    }

    private static func confirmPage(_ candidate: SeatAssignment, _ language: Language) -> [String] {
        [
            Catalog.isThisYou.text(in: language), candidate.name, candidate.ticket.text,
            candidate.team.text,
            candidate.unit, Catalog.seat.text(in: language) + " " + candidate.seat,
            Catalog.plainConfirm.text(in: language),
        ]
    }

    private static func rulesPage(_ state: TerminalState) -> [String] {
        [Catalog.roomRules.text(in: state.language)] + (state.exam?.roomRules ?? [])
            + [Catalog.plainRules.text(in: state.language)]
    }

    private static func waitingPage(_ waiting: Waiting, _ language: Language) -> [String] {
        switch waiting {
        case .release: [Catalog.waitingForRelease.text(in: language)]
        case .start: [Catalog.waitingForStartHint.text(in: language)]
        case .invigilator(let reason):
            [Catalog.cannotStart.text(in: language), reason.text(in: language)]
        }
    }

    private static func answeringPage(_ answering: Answering) -> [String] {
        if answering.isPaused { return [answering.say(Catalog.paused)] }
        if case .handIn(let dialog) = answering.panel { return handInPage(dialog, answering) }
        let layout = answering.section(of: answering.position)
        let section = answering.content.sections[layout.section]
        var lines = [""]
        if answering.position == layout.first {
            lines.append(section.title + "  " + section.instructions.text(in: answering.language))
        }
        if let material = answering.material { lines.append(answering.say(Catalog.material) + material) }
        let flag = answering.isFlagged(answering.position) ? "  " + answering.say(Catalog.flagged) : ""
        lines.append(
            "\(answering.position + 1)/\(answering.items.count)  \(answering.item.stem)\(flag)")
        for (index, option) in answering.item.options.enumerated() {
            let mark = answering.chosen.contains(option.id) ? "[x]" : "[ ]"
            lines.append("\(mark) \(Item.Option.letter(at: index)) \(option.text)")
        }
        if answering.takesWords {
            lines += answering.texts.enumerated().map { "(\($0.offset + 1)) \($0.element)" }
        }
        if let notice = answering.notice { lines.append(answering.say(notice)) }
        return lines + [answering.say(answering.takesWords ? Catalog.plainWritingKeys : Catalog.plainKeys)]
    }

    private static func handInPage(_ dialog: HandInDialog, _ answering: Answering) -> [String] {
        let open = answering.items.indices.filter { !answering.isAnswered($0) }.map { $0 + 1 }
        let list = Catalog.list(open, in: answering.language)
        let question = dialog.step == .check ? Catalog.checkFirst : Catalog.lastQuestion
        return [""]
            + [question, Catalog.unanswered(open.count, list: list), Catalog.plainHandIn].map(
                answering.say)
    }

    private static func receiptPage(_ handedIn: HandedIn, _ language: Language) -> [String] {
        let ending = Catalog.ending(handedIn.ending)
        guard let receipt = handedIn.receipt else {
            return [
                ending.text(in: language),
                (handedIn.fault.map(Catalog.sealFailing) ?? Catalog.sealing).text(in: language),
            ]
        }
        return [
            "", ending.text(in: language),
            Catalog.answered(handedIn.answered, of: handedIn.items).text(in: language),
            Catalog.receipt.text(in: language) + " " + receipt, Catalog.noteReceipt.text(in: language),
            Catalog.delivery(handedIn.delivery)?.text(in: language),
            handedIn.mayLeave ? Catalog.plainLeave.text(in: language) : nil,
        ].compactMap { $0 }
    }
}
