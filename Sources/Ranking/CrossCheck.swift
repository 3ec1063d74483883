import ExamModel

extension CompetitionRules {
    /// Honours whose second reading gives another count than the first, which applies.
    func crossChecks(present: Int, registered: Int) -> [StandingsFlag] {
        honours.compactMap { honour in
            guard let check = honour.crossCheck else { return nil }
            let base = check.base == .present ? present : registered
            let expected = check.count(of: base)
            return expected == honour.count ? nil : .crossCheck(honour, check, base: base, expected: expected)
        }
    }
}

extension Honour.CrossCheck {
    /// The share of `base` people, as a whole number of people.
    func count(of base: Int) -> Int {
        let whole = Share.whole.basisPoints
        let product = base * share.basisPoints
        return switch rounding {
        case .down: product / whole
        case .up: (product + whole - 1) / whole
        case .nearest: (product + whole / 2) / whole
        }
    }

    var name: Bilingual {
        let people = base == .present ? Bilingual("实考", "present") : Bilingual("报名", "registered")
        let way =
            switch rounding {
            case .down: Bilingual("舍去小数", "rounded down")
            case .up: Bilingual("小数进一", "rounded up")
            case .nearest: Bilingual("四舍五入", "rounded to the nearest")
            }
        return Bilingual(
            "\(people.chinese)人数的 \(share)（\(way.chinese)）", "\(share) of those \(people.english), \(way.english)")
    }
}
