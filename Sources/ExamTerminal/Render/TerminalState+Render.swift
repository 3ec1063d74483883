import ExamModel

extension TerminalState {
    /// The screen for this state: a pure function of it.
    package func render() -> Screen {
        if size.isTooSmall { return tooSmallScreen() }
        if let message = messages.first { return messageScreen(message) }
        if showsHelp { return helpScreen() }
        switch stage {
        case .connecting(let reason): return connectingScreen(reason)
        case .enrolling(let form): return codeScreen(form)
        case .loggingIn: return loggingInScreen()
        case .login(let form): return loginScreen(form)
        case .confirming(let candidate): return confirmScreen(candidate)
        case .readingRules: return rulesScreen()
        case .waiting(let candidate, let reason): return waitingScreen(candidate, reason)
        case .answering(let answering):
            return answering.isPaused ? pausedScreen(answering) : answering.screen(title: title, size)
        case .receipt(let handedIn): return receiptScreen(handedIn)
        }
    }

    func say(_ sentence: Bilingual) -> String {
        sentence.text(in: language)
    }

    /// The title above, keys below, nothing between: the same place for the same thing on every quiet screen.
    func quietScreen(keys: Bilingual?) -> Screen {
        var screen = Screen(size)
        screen.put(Line(title.shortened(to: size.columns - 12), .bold), row: 0, column: 1)
        screen.putRight(clock, row: 0)
        screen.put((exam?.session.name ?? "").shortened(to: size.columns - 20), row: 1, column: 1)
        if let seat { screen.putRight(say(Catalog.seat) + " " + seat, row: 1) }
        screen.rule(row: 2)
        screen.rule(row: size.rows - 3)
        if let keys { screen.put(say(keys).shortened(to: size.columns - 2), row: size.rows - 2, column: 1) }
        screen.put(say(Catalog.help), row: size.rows - 1, column: 1)
        return screen
    }

    private var title: String { exam?.title ?? say(Catalog.terminal) }

    /// What the invigilator wrote, alone on the screen, so that nobody overlooks it.
    private func messageScreen(_ message: String) -> Screen {
        var screen = quietScreen(keys: Catalog.messageKeys)
        screen.put(say(Catalog.message), row: 5, column: 10, .bold)
        for (index, line) in LineWrap.lines(message, width: size.columns - 20).prefix(size.rows - 12).enumerated() {
            screen.put(line, row: 7 + index, column: 10)
        }
        return screen
    }

    /// Covers the paper while the invigilator has stopped the sitting.
    private func pausedScreen(_ answering: Answering) -> Screen {
        var screen = quietScreen(keys: nil)
        screen.putCentred(say(Catalog.paused), row: 8, .bold)
        screen.putCentred(say(Catalog.remaining), row: 11)
        screen.putBig(Catalog.duration(seconds: answering.remainingSeconds), row: 13)
        return screen
    }

    private func tooSmallScreen() -> Screen {
        var screen = Screen(size)
        for (row, text) in [say(Catalog.tooSmall), say(Catalog.enlarge(.smallest))].enumerated() {
            screen.put(text, row: row)
        }
        return screen
    }

    private func helpScreen() -> Screen {
        var screen = quietScreen(keys: Catalog.helpKeys)
        screen.put(say(Catalog.helpTitle), row: 4, column: 4, .bold)
        var row = 6
        for line in Catalog.helpLines {
            screen.put(say(line.keys), row: row, column: 4)
            screen.put(say(line.meaning), row: row, column: 20)
            row += 1
        }
        for line in LineWrap.lines(say(Catalog.helpSaving), width: size.columns - 8) {
            screen.put(line, row: row + 1, column: 4)
            row += 1
        }
        return screen
    }
}

extension Screen {
    /// A line across; drawn with ASCII because terminals disagree on the width of box characters.
    mutating func rule(row: Int) {
        put(String(repeating: "-", count: size.columns), row: row)
    }
}
