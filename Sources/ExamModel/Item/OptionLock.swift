/// Why the options of an item keep their order.
package enum OptionLock: String, Hashable, Sendable, Codable {
    /// 对 before 错, always.
    case judgement
    /// An option speaks of others (以上都对, A和B).
    case refersToOthers = "refers-to-others"
    /// Options are combinations of numbered statements (①②③).
    case combination
    /// Options are numbers or dates in order.
    case ordered
    /// The stem names options by letter.
    case namedInStem = "named-in-stem"
    /// Set in the bank.
    case byHand = "by-hand"

    package var name: Bilingual {
        switch self {
        case .judgement: Bilingual("判断题", "true or false")
        case .refersToOthers: Bilingual("选项提到其他选项", "an option refers to others")
        case .combination: Bilingual("编号组合", "combinations of numbered statements")
        case .ordered: Bilingual("数字或日期有序", "numbers or dates in order")
        case .namedInStem: Bilingual("题干提到选项字母", "the stem names options by letter")
        case .byHand: Bilingual("题库中指定", "set in the bank")
        }
    }

    /// Nil when the options may change places.
    ///
    /// - Parameters:
    ///   - keepsOrdered: whether numbers and dates in order keep it.
    ///   - mayShuffle: what somebody set by hand; it goes before what the text says.
    package init?(_ item: Item, keepsOrdered: Bool, mayShuffle: Bool? = nil) {
        if item.type == .trueFalse {
            self = .judgement
        } else if let mayShuffle {
            guard !mayShuffle else { return nil }
            self = .byHand
        } else if item.options.contains(where: { $0.text.refersToOptions }) {
            self = .refersToOthers
        } else if item.options.contains(where: { $0.text.contains(where: \.isCircledNumber) }) {
            self = .combination
        } else if item.stem.namesOptions {
            self = .namedInStem
        } else if keepsOrdered, OrderedQuantities(item.options.map(\.text)) != nil {
            self = .ordered
        } else {
            return nil
        }
    }
}

extension String {
    /// 以上都对, 上述选项均不正确, A和B, 其他选项都不是, all of the above.
    fileprivate var refersToOptions: Bool {
        let text = trimmed
        if text.contains(/(以上|上述|前述|前面|其他|其它|其余|各|所有)(全部|所有)?(的)?(选项|答案|各项|说法|几项|[二两三四五]项|情形|都|均|皆|全)/) {
            return text.contains(/选项|答案|以上|上述|前述/) && text.count <= 20
        }
        if text.wholeMatch(of: /(都|均|全|皆)(不)?(对|是|正确|错|错误|包括|可以|行)/) != nil { return true }
        if text.wholeMatch(of: /(选项)?[A-HＡ-Ｈ]([、,，和与及或]|选项|项)*([A-HＡ-Ｈ]([、,，和与及或]|选项|项)*)+(都|均|全)?(不)?(对|是|正确)?/) != nil
        {
            return true
        }
        return text.lowercased().contains(/(all|none|both|neither) of the (above|other)/)
    }

    /// 选项A, A项, 下列A、B两项.
    fileprivate var namesOptions: Bool {
        contains(/选项\s*[A-HＡ-Ｈ]/) || contains(/[A-HＡ-Ｈ]\s*(选)?项/)
    }
}

extension Character {
    /// ① … ⑳, ⑴ … ⒇, Ⅰ … Ⅻ.
    fileprivate var isCircledNumber: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return ("\u{2460}"..."\u{2487}").contains(scalar) || ("\u{2160}"..."\u{216B}").contains(scalar)
    }
}
