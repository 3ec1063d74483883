/// A number with its unit as a candidate may write it: `15日`, `1,000元`, `0.5%`, `十五日`, `百分之五十`.
///
/// Read from text whose width and blanks are already folded. Exact: no floating point.
struct Quantity: Hashable {
    let value: DecimalValue
    /// What stands behind the number; empty when nothing does.
    let unit: String

    /// Nil when the text does not begin with a number.
    init?(_ text: String) {
        if let body = text.dropping(prefix: "百分之") {
            guard let (value, rest) = DecimalValue.read(body), rest.isEmpty else { return nil }
            (self.value, unit) = (value, "%")
            return
        }
        guard let (value, rest) = DecimalValue.read(text[...]) else { return nil }
        (self.value, unit) = (value, String(rest))
    }
}

extension String {
    fileprivate func dropping(prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
