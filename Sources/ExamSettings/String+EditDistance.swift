extension String {
    /// Levenshtein distance in characters: how many insertions, deletions and replacements make one text the other.
    func editDistance(to other: String) -> Int {
        let (rows, columns) = (Array(self), Array(other))
        var previous = Array(0...columns.count)
        for (index, character) in rows.enumerated() {
            var current = [index + 1]
            for (column, candidate) in columns.enumerated() {
                let replaced = previous[column] + (character == candidate ? 0 : 1)
                current.append(Swift.min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[columns.count]
    }
}
