import ExamModel

/// Gives the answers of a key that stands apart to the items they belong to. What is not certain is left out and said.
struct KeyMatcher {
    let file: String
    var sections: [ExamSection]
    private(set) var findings: [Finding] = []

    init(_ outline: ExamOutline, file: String) {
        self.file = file
        sections = outline.sections
        for part in Set(outline.keys.map(\.part)).sorted() {
            match(outline.keys.filter { $0.part == part && !$0.entries.isEmpty }, part: part)
        }
    }

    private mutating func match(_ groups: [KeyGroup], part: Int) {
        let all = sections.indices.filter { sections[$0].part == part && !sections[$0].blocks.isEmpty }
        let headed = groups.filter { $0.heading != nil && $0.section == nil }
        for (position, group) in headed.enumerated() {
            if let section = section(for: group, at: position, of: headed.count, among: all) {
                give(group.entries, to: [section])
            } else {
                group.entries.forEach { refuse($0) }
            }
        }
        let inside = groups.filter { isInside($0) }
        for group in inside {
            if let section = group.section { give(group.entries, to: [section]) }
        }
        let open = all.filter { isUnanswered(sections[$0]) }
        for group in groups where !isInside(group) && group.heading == nil {
            spread(group.entries, over: open.isEmpty ? all : open)
        }
    }

    /// It stands in a section and names only its items; a key behind the last section may be that of all.
    private func isInside(_ group: KeyGroup) -> Bool {
        guard let section = group.section else { return false }
        let numbers = Set(sections[section].blocks.compactMap(\.number))
        return group.entries.allSatisfy { numbers.contains($0.number) }
    }

    private func isUnanswered(_ section: ExamSection) -> Bool {
        section.blocks.contains { $0.answers.isEmpty && !$0.hasAnswerLine }
    }

    /// The section with the same type, and among several the one with the same ordinal; without a type, the ordinal or,
    /// if there are as many headings as sections, the position.
    private func section(for group: KeyGroup, at position: Int, of count: Int, among all: [Int]) -> Int? {
        let sameOrdinal = all.filter { sections[$0].heading?.ordinal == group.heading?.ordinal }
        if let type = group.heading?.type {
            let sameType = all.filter { sections[$0].type == type }
            if sameType.count == 1 { return sameType[0] }
            let both = sameType.filter(sameOrdinal.contains)
            return both.count == 1 ? both[0] : nil
        }
        if sameOrdinal.count == 1 { return sameOrdinal[0] }
        return count == all.count ? all[position] : nil
    }

    /// Entries without a heading: by number if numbers run on through the sections, otherwise each run of numbers
    /// belongs to the next section.
    private mutating func spread(_ entries: [KeyEntry], over all: [Int]) {
        let numbers = all.flatMap { sections[$0].blocks.compactMap(\.number) }
        if Set(numbers).count == numbers.count { return give(entries, to: all) }
        var runs: [[KeyEntry]] = []
        for entry in entries {
            if let last = runs.last?.last, entry.number > last.number {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        if runs.count == all.count {
            for (run, section) in zip(runs, all) { give(run, to: [section]) }
        } else if all.count == 1 {
            give(entries, to: all)
        } else {
            entries.forEach { refuse($0) }
        }
    }

    private mutating func give(_ entries: [KeyEntry], to targets: [Int]) {
        var blocks: [Int: [(section: Int, block: Int)]] = [:]
        for section in targets {
            for (block, content) in sections[section].blocks.enumerated() {
                if let number = content.number { blocks[number, default: []].append((section, block)) }
            }
        }
        for entry in entries {
            guard let found = blocks[entry.number], found.count == 1 else {
                refuse(entry)
                continue
            }
            sections[found[0].section].blocks[found[0].block].answers.append(entry.answer)
            sections[found[0].section].blocks[found[0].block].rationale = entry.rationale
        }
    }

    private mutating func refuse(_ entry: KeyEntry) {
        findings.append(
            Finding(
                .warning, .keyWithoutItem, at: Place(file: file, line: entry.line),
                Bilingual(
                    "答案表中的第 \(entry.number) 题（\(entry.answer)）对不上唯一的试题，没有采用，请核对题号和大题。",
                    "The key's entry \(entry.number) (\(entry.answer)) matches no single item and was not used; check the numbers."
                )))
    }
}
