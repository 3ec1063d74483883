import ExamModel

extension TerminalState {
    func receiptScreen(_ handedIn: HandedIn) -> Screen {
        var screen = quietScreen(keys: nil)
        let candidate = handedIn.candidate
        screen.putCentred(say(Catalog.ending(handedIn.ending)), row: 4, .bold)
        screen.putCentred(
            "\(candidate.ticket)  \(candidate.name)  \(candidate.team)  \(say(Catalog.seat)) \(candidate.seat)"
                .shortened(to: size.columns - 2), row: 6)
        screen.putCentred(say(Catalog.answered(handedIn.answered, of: handedIn.items)), row: 7)
        if let receipt = handedIn.receipt {
            screen.putCentred(say(Catalog.receipt), row: 9)
            screen.putBig(receipt, row: 11)
            screen.putCentred(receipt, row: 17, .bold)
            screen.putCentred(say(Catalog.noteReceipt), row: 18)
            let next = Catalog.delivery(handedIn.delivery) ?? Catalog.nextPerson(after: handedIn.sessionEnd)
            for (index, line) in LineWrap.lines(say(next), width: size.columns - 8).prefix(2).enumerated() {
                screen.putCentred(line, row: 19 + index)
            }
            if handedIn.mayLeave { screen.put(say(Catalog.leaveKey), row: size.rows - 2, column: 1) }
        } else {
            let sentence = handedIn.fault.map(Catalog.sealFailing) ?? Catalog.sealing
            for (index, line) in LineWrap.lines(say(sentence), width: size.columns - 20).enumerated() {
                screen.put(line, row: 11 + index, column: 10, handedIn.fault == nil ? .plain : .warning)
            }
        }
        return screen
    }
}
