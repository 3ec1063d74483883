/// A moment in the words of a date format.
struct DateText {
    let tokens: [FormatToken]
    let moment: Moment
    /// In days, for elapsed time.
    let serial: Double

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let fullMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let chineseWeekdays = ["日", "一", "二", "三", "四", "五", "六"]

    var text: String {
        var text = ""
        for (index, token) in tokens.enumerated() {
            switch token {
            case .literal(let literal): text += literal
            case .date(let unit, let count): text += part(unit, count)
            case .halfDay(let morning, let afternoon): text += moment.hour < 12 ? morning : afternoon
            case .elapsed(let unit): text += String(elapsed(unit))
            case .point: text += "."
            case .comma: text += ","
            case .digit: text += digit(tokens[..<index])
            default: break
            }
        }
        return text
    }

    private func part(_ unit: Character, _ count: Int) -> String {
        switch (unit, count) {
        case ("y", 1...2): padded(moment.year % 100, 2)
        case ("y", _): String(moment.year)
        case ("m", 1...2): padded(moment.month, count)
        case ("m", 3): Self.months[moment.month - 1]
        case ("m", 5): String(Self.fullMonths[moment.month - 1].prefix(1))
        case ("m", _): Self.fullMonths[moment.month - 1]
        case ("d", 1...2): padded(moment.day, count)
        case ("d", _): Self.weekdays[moment.weekday]
        case ("a", 3): "周" + Self.chineseWeekdays[moment.weekday]
        case ("a", 4...): "星期" + Self.chineseWeekdays[moment.weekday]
        case ("h", _): padded(hour, count)
        case ("M", _): padded(moment.minute, count)
        case ("s", _): padded(moment.second, count)
        default: ""
        }
    }

    private var hour: Int {
        let isHalved = tokens.contains {
            if case .halfDay = $0 { true } else { false }
        }
        return isHalved ? (moment.hour + 11) % 12 + 1 : moment.hour
    }

    private func elapsed(_ unit: Character) -> Int {
        let seconds = Int((serial * 86_400).rounded())
        return switch unit {
        case "h": seconds / 3600
        case "m": seconds / 60
        default: seconds
        }
    }

    /// Tenths, hundredths or thousandths of a second after a point; a bare `0` elsewhere.
    private func digit(_ before: ArraySlice<FormatToken>) -> String {
        guard let point = before.lastIndex(of: .point) else { return "0" }
        let decimals = Array(padded(moment.milliseconds % 1000, 3))
        let index = before.count - point - 1
        return decimals.indices.contains(index) ? String(decimals[index]) : "0"
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
