/// One section of a number format, for numbers of one sign.
struct FormatSection {
    let tokens: [FormatToken]

    init(_ tokens: [FormatToken]) {
        self.tokens = tokens
    }

    var isGeneral: Bool { tokens.isEmpty || tokens.contains(.general) || tokens.contains(.unknown) }

    var isDate: Bool {
        tokens.contains {
            switch $0 {
            case .date, .halfDay, .elapsed: true
            default: false
            }
        }
    }

    func text(_ value: Double, dates: DateSystem) -> String {
        if tokens.contains(.unknown) { return GeneralNumber.text(value) }
        if isDate {
            guard let moment = dates.moment(value) else { return GeneralNumber.text(value) }
            return DateText(tokens: tokens, moment: moment, serial: value).text
        }
        if isGeneral { return general(value) }
        return DigitText(tokens: tokens, value: value).text
    }

    private func general(_ value: Double) -> String {
        guard !tokens.isEmpty else { return GeneralNumber.text(value) }
        return tokens.map { token in
            switch token {
            case .general: GeneralNumber.text(value)
            case .literal(let text): text
            default: ""
            }
        }.joined()
    }
}
