package import ExamModel

/// Rules that cannot be met, and the sentence that says so.
package struct RuledOut: Hashable, Sendable {
    package let rules: [BlueprintRule]
    package let code: FindingCode
    package let message: Bilingual
}

extension FindingCode {
    package static let bankTooSmall: FindingCode = "BANK_TOO_SMALL"
    /// Proven: no forms from this bank are what the blueprint says.
    package static let blueprintImpossible: FindingCode = "BLUEPRINT_IMPOSSIBLE"
    /// Searched for and not found, which is no proof.
    package static let formsNotFound: FindingCode = "FORMS_NOT_FOUND"
}
