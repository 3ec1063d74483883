/// How a number is shown: the format codes of spreadsheet programs (ECMA-376 part 1, 18.8.31).
///
/// Known: General, digits, grouping, percent, exponents, dates and times, literals, up to three sections by sign.
/// Fractions and conditions are shown as General.
struct NumberFormat {
    static let general = NumberFormat("General")

    private let sections: [FormatSection]

    init(_ code: String) {
        sections = FormatToken.sections(of: code).map(FormatSection.init)
    }

    func text(_ value: Double, dates: DateSystem) -> String {
        guard let first = sections.first else { return GeneralNumber.text(value) }
        if value < 0 && sections.count > 1 { return sections[1].text(-value, dates: dates) }
        if value == 0 && sections.count > 2 { return sections[2].text(0, dates: dates) }
        let sign = value < 0 && !first.isDate && !first.isGeneral ? "-" : ""
        return sign + first.text(sign.isEmpty ? value : -value, dates: dates)
    }
}
