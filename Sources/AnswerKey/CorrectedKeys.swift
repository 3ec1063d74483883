package import ExamModel

/// Keys with corrections applied in their order, each a new version of its key.
package struct CorrectedKeys: Hashable, Sendable {
    package private(set) var keys: [Key]
    package private(set) var voided: [ItemID: VoidedItems] = [:]

    /// - Throws: `UNFIT_CORRECTION` for every correction of an item that has no key here, or by an answer of another
    ///   kind than its key. Whether options exist is for marking to say.
    package init(_ keys: [Key], _ corrections: [KeyCorrection]) throws(Refusal) {
        self.keys = keys
        var findings: [Finding] = []
        for correction in corrections where !apply(correction) {
            findings.append(
                Finding(
                    .error, .unfitCorrection,
                    Bilingual(
                        "对试题 \(correction.item) 的更正不成立：本卷没有这道题，或答案的形式与题型不符",
                        "the correction of \(correction.item) does not hold: the paper has no such item, or the answer is of "
                            + "another kind")))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    /// The key of an item or sub-item; nil when there is none.
    package func key(of item: ItemID) -> Key? {
        keys.lazy.flatMap { [$0] + $0.questions }.first { $0.item == item }
    }

    private mutating func apply(_ correction: KeyCorrection) -> Bool {
        if case .void(let award) = correction.change {
            guard key(of: correction.item) != nil else { return false }
            voided[correction.item] = award
            return true
        }
        for (index, key) in keys.enumerated() {
            guard let corrected = key.corrected(by: correction) else { continue }
            keys[index] = corrected
            return true
        }
        return false
    }
}

extension Key {
    /// The next version of this key; nil when the correction is of another item or does not fit.
    fileprivate func corrected(by correction: KeyCorrection) -> Key? {
        if item == correction.item {
            return answer.corrected(by: correction.change).map { next($0) }
        }
        guard case .parts(var parts) = answer,
            let index = parts.firstIndex(where: { $0.item == correction.item }),
            let part = parts[index].corrected(by: correction)
        else { return nil }
        parts[index] = part
        return next(.parts(parts))
    }

    private func next(_ answer: Answer) -> Key {
        Key(item: item, version: version + 1, answer: answer, rationale: rationale)
    }
}

extension Key.Answer {
    fileprivate func corrected(by change: KeyCorrection.Change) -> Key.Answer? {
        switch (change, self) {
        case (.replace(.options(let options)), _) where isOfOptions: .options(options)
        case (.replace(.blanks(let texts)), .blanks(let old)) where texts.count == old.count: .blanks(texts)
        case (.accept(.options(let options)), .options(let old)): .anyOf(Self.distinct([old, options]))
        case (.accept(.options(let options)), .anyOf(let old)): .anyOf(Self.distinct(old + [options]))
        case (.accept(.blanks(let texts)), .blanks(let old)) where texts.count == old.count:
            .blanks(zip(old, texts).map { $1.isBlank ? $0 : $0 + "|" + $1 })
        default: nil
        }
    }

    private var isOfOptions: Bool {
        switch self {
        case .options, .anyOf: true
        case .blanks, .text, .parts: false
        }
    }

    private static func distinct(_ sets: [[OptionID]]) -> [[OptionID]] {
        var seen: Set<[OptionID]> = []
        return sets.map { $0.sorted() }.filter { seen.insert($0).inserted }
    }
}

extension FindingCode {
    package static let unfitCorrection: FindingCode = "UNFIT_CORRECTION"
}
