extension Honour.CrossCheck {
    package var name: Bilingual {
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
