import ExamModel

extension ItemFlag {
    /// What to look at. D below 0.20 is poor, below 0 is to be rejected or revised (Ebel and Frisbie, Essentials of
    /// Educational Measurement, 5th edition, 1991, chapter 13); a distractor that fewer than 5 % choose does no work
    /// (Haladyna and Downing, How many options is enough for a multiple-choice test item?, Educational and Psychological
    /// Measurement 53, 1993). Items that nearly everybody (p > 0.95) or hardly anybody (p < 0.20) solves are named as such.
    static func all(
        facility: Double, discrimination: Double, itemRest: Double?, options: [OptionStatistics]
    ) -> [ItemFlag] {
        var flags: [ItemFlag] = []
        let key = options.filter(\.isKey).map(\.upper).min()
        let strongest = options.filter { !$0.isKey }.map(\.upper).max()
        if let key, let strongest, strongest > key { flags.append(.distractorAboveKey) }
        if discrimination < 0 || (itemRest ?? 0) < 0 {
            flags.append(.negative)
        } else if discrimination < 0.2, facility <= 0.95 {
            flags.append(.weak)
        }
        if facility > 0.95 { flags.append(.tooEasy) }
        if facility < 0.2 { flags.append(.tooHard) }
        if facility <= 0.95, options.count > 2, options.contains(where: { !$0.isKey && $0.share < 0.05 }) {
            flags.append(.idleDistractor)
        }
        return flags
    }
}
