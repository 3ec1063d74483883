/// Decides whether a numbered line begins an item or belongs to the one before: lists inside stems and rationales are
/// numbered too.
struct Numbering {
    /// What speaks for an item around a numbered line.
    struct Evidence {
        /// Options or an answer follow before the next number.
        let isStrong: Bool
        /// The line itself holds a bracket or blank to fill in.
        let isWeak: Bool

        var isAny: Bool { isStrong || isWeak }
    }

    private var style: ItemNumber.Style?
    private(set) var last = 0
    /// The last number of a list inside the current item.
    private var listLast: Int?

    /// `isComplete` tells whether the current item has options or an answer already.
    mutating func begins(_ number: ItemNumber, evidence: Evidence, isComplete: Bool) -> Bool {
        guard let style else { return evidence.isAny || !number.isDoubtful }
        if number.isDoubtful { return number.value == last + 1 && evidence.isAny }
        guard number.style == style else {
            // Back from （1） to 2. in items that are numbered both ways; lists in rationales go the other way.
            return evidence.isStrong && isComplete && (number.value == last + 1 || number.style == .plain)
        }
        if let listLast, number.value == listLast + 1, !(isComplete && evidence.isAny) {
            self.listLast = number.value
            return false
        }
        switch number.value {
        case last + 1: return true
        case 1:
            if evidence.isWeak || (evidence.isStrong && isComplete) { return true }
            listLast = 1
            return false
        case (last + 2)...(last + 20): return true
        default: return evidence.isAny
        }
    }

    mutating func take(_ number: ItemNumber) {
        style = style ?? number.style
        last = number.value
        listLast = nil
    }
}
