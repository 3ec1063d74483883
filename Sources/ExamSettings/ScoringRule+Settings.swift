import ExamModel

extension ScoringRule {
    /// The rules by their names in `blueprint.yaml`.
    private enum Name: String, CaseIterable {
        case exact
        case perOption = "per-option"
        case underSelection = "under-selection"
        case plusMinus = "plus-minus"
        case deduction
        case fillIn = "fill-in"
        case byHand = "by-hand"
        case byPart = "by-part"

        /// The item types that can be scored so.
        var types: Set<ItemType> {
            switch self {
            case .exact, .deduction: [.singleChoice, .multipleChoice, .trueFalse]
            case .perOption, .underSelection, .plusMinus: [.multipleChoice]
            case .fillIn: [.fillIn]
            case .byHand: [.shortAnswer, .fillIn]
            case .byPart: [.caseSet]
            }
        }
    }

    /// - Parameter marks: Full marks of an item, which no amount of the rule may exceed; nil when they could not be read.
    static func read(_ map: SettingsMap, marks: Mark?) -> ScoringRule? {
        guard let name = map.choice("rule", of: Name.allCases.map { ($0.rawValue, $0) }) else { return nil }
        switch name {
        case .exact:
            map.expect(["rule"])
            return .exact
        case .perOption:
            map.expect(["rule", "each"])
            return map.mark("each", example: "0.5", atMost: marks).map { .perOption(each: $0) }
        case .underSelection:
            map.expect(["rule", "partial"])
            return map.mark("partial", example: "0.5", atMost: marks).map { .underSelection(partial: $0) }
        case .plusMinus: return readPlusMinus(map, marks: marks)
        case .deduction:
            map.expect(["rule", "penalty"])
            return map.mark("penalty", example: "0.5", atMost: marks).map { .deduction(penalty: $0) }
        case .fillIn: return readFillIn(map, marks: marks)
        case .byHand:
            map.expect(["rule", "step"])
            return map.mark("step", example: "0.5", atMost: marks).map { .byHand(step: $0) }
        case .byPart: return readByPart(map, marks: marks)
        }
    }

    func fits(_ type: ItemType) -> Bool { name.types.contains(type) }

    static func names(for type: ItemType) -> String {
        Name.allCases.filter { $0.types.contains(type) }.map(\.rawValue).joined(separator: "、")
    }

    private var name: Name {
        switch self {
        case .exact: .exact
        case .perOption: .perOption
        case .underSelection: .underSelection
        case .plusMinus: .plusMinus
        case .deduction: .deduction
        case .fillIn: .fillIn
        case .byHand: .byHand
        case .byPart: .byPart
        }
    }

    private static func readPlusMinus(_ map: SettingsMap, marks: Mark?) -> ScoringRule? {
        map.expect(["rule", "right", "wrong"])
        guard let right = map.mark("right", example: "0.5", atMost: marks),
            let wrong = map.mark("wrong", example: "0.5", atMost: marks, zeroAllowed: true)
        else { return nil }
        return .plusMinus(right: right, wrong: wrong)
    }

    private static func readFillIn(_ map: SettingsMap, marks: Mark?) -> ScoringRule? {
        map.expect(["rule", "each", "any-order", "numbers", "unit", "letter-case"])
        let each = map.has("each") ? map.mark("each", example: "0.5", atMost: marks) : nil
        let anyOrder = map.has("any-order") ? map.flag("any-order") : false
        let byValue =
            map.has("numbers") ? map.choice("numbers", of: [("by-value", true), ("as-written", false)]) : false
        let unit = map.has("unit") ? map.choice("unit", of: [("optional", true), ("required", false)]) : false
        let letters =
            map.has("letter-case") ? map.choice("letter-case", of: [("ignored", true), ("matters", false)]) : false
        guard let anyOrder, let byValue, let unit, let letters, !map.has("each") || each != nil else { return nil }
        if unit, !byValue {
            map.document.report(
                .badValue, line: map.line(of: "unit"), "unit: optional 要和 numbers: by-value 一起写",
                "unit: optional needs numbers: by-value")
        }
        return .fillIn(
            FillInRule(each: each, anyOrder: anyOrder, byValue: byValue, unitOptional: unit, ignoresCase: letters))
    }
}
