/// How the blanks of a fill-in item are compared with the key and what they earn.
///
/// Width (全角, 半角) and blanks never matter, nor does a full stop at the end. Everything else that is not held
/// against a candidate is named here.
package struct FillInRule: Hashable, Sendable, Codable {
    /// What one right blank earns while others are wrong; nil when only all blanks together earn anything.
    package let each: Mark?
    /// The blanks may be filled in any order (不分先后).
    package let anyOrder: Bool
    /// Numbers count by their value: 15, 15.0 and 十五 are the same.
    package let byValue: Bool
    /// With `byValue`: the key's unit may be left out.
    package let unitOptional: Bool
    /// Upper and lower case are the same.
    package let ignoresCase: Bool

    package init(
        each: Mark? = nil, anyOrder: Bool = false, byValue: Bool = false, unitOptional: Bool = false,
        ignoresCase: Bool = false
    ) {
        self.each = each
        self.anyOrder = anyOrder
        self.byValue = byValue
        self.unitOptional = unitOptional
        self.ignoresCase = ignoresCase
    }
}
