/// Figures above or below the line, as text without markup can hold them.
package enum Script: Sendable {
    case raised, lowered

    private var figures: [Character: Character] {
        let plain = "0123456789+-=()"
        let marks = self == .raised ? "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾" : "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
        return Dictionary(uniqueKeysWithValues: zip(plain, marks))
    }

    /// `10` and a raised `8` are 10⁸, not 108. What has no such form stays as it is.
    package func text(_ text: String) -> String {
        let figures = figures
        let marks = text.compactMap { figures[$0] }
        return marks.count == text.count ? String(marks) : text
    }
}
