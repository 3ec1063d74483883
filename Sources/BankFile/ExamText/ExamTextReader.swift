import ExamModel
import TableFile

/// Reads exam text: items with numbers, options and answers, in the many ways that people write them.
enum ExamTextReader {
    static func read(_ lines: consuming [ExamLine], file: String) -> RawBank {
        var bank = RawBank()
        bank.findings = tell(lines, file: file) { bank.items.append($0) }
        return bank
    }

    /// Tells the items one by one, and what was found beside them at the end.
    static func tell(_ lines: consuming [ExamLine], file: String, _ take: (RawItem) -> Void) -> [Finding] {
        let outline = outline(of: lines, file: file)
        let matcher = KeyMatcher(outline, file: file)
        var findings = outline.findings + matcher.findings
        for section in matcher.sections {
            findings += tell(section, cases: outline.cases, file: file, take)
            findings += numberFindings(in: section, file: file)
        }
        return findings + countFindings(in: matcher.sections, file: file)
    }

    private static func outline(of lines: consuming [ExamLine], file: String) -> ExamOutline {
        var builder = OutlineBuilder(LineRepair.repaired(lines), file: file)
        return builder.build()
    }

    /// Items one by one; those of one case together.
    private static func tell(
        _ section: ExamSection, cases: [CaseMaterial], file: String, _ take: (RawItem) -> Void
    ) -> [Finding] {
        var findings: [Finding] = []
        var open: (index: Int, item: RawItem)?
        for block in section.blocks {
            var reader = BlockReader(block, in: section, file: file)
            let item = reader.read()
            findings += reader.findings
            let index = block.caseIndex.flatMap { cases.indices.contains($0) ? $0 : nil }
            if let before = open, before.index != index {
                take(before.item)
                open = nil
            }
            guard let index else {
                take(item)
                continue
            }
            open = open ?? (index, RawItem(cases[index], file: file))
            open?.item.add(item)
        }
        if let open { take(open.item) }
        return findings
    }

    private static func numberFindings(in section: ExamSection, file: String) -> [Finding] {
        var findings: [Finding] = []
        var seen: Set<Int> = []
        var last: Int?
        for block in section.blocks where section.type != .known(.caseSet) {
            guard let number = block.number else { continue }
            let place = Place(file: file, line: block.start)
            if !seen.insert(number).inserted {
                findings.append(
                    Finding(
                        .warning, .duplicateNumber, at: place,
                        Bilingual("题号 \(number) 重复，请核对。", "The number \(number) stands twice; check it.")))
            } else if let last, number != last + 1 {
                findings.append(
                    Finding(
                        .warning, .numberGap, at: place,
                        Bilingual(
                            "题号从 \(last) 跳到 \(number)，请核对是否漏题。",
                            "Numbers jump from \(last) to \(number); check for missing items.")))
            }
            last = number
        }
        return findings
    }

    /// Headings that promise another number of items than stand below them.
    private static func countFindings(in sections: [ExamSection], file: String) -> [Finding] {
        var counts: [SectionHeading: Int] = [:]
        for section in sections {
            guard let promise = section.promise else { continue }
            counts[promise, default: 0] += section.blocks.count
            // A heading over cases may count the cases or their items.
            let cases = Set(section.blocks.compactMap(\.caseIndex)).count
            let single = section.blocks.count { $0.caseIndex == nil }
            if section.type == .known(.caseSet), promise.count == single + cases { counts[promise] = promise.count }
        }
        return counts.compactMap { heading, found in
            guard let promised = heading.count, promised != found else { return nil }
            return countMismatch(promised: promised, found: found, at: Place(file: file, line: heading.line))
        }
    }

    static func countMismatch(promised: Int, found: Int, at place: Place) -> Finding {
        Finding(
            .warning, .countMismatch, at: place,
            Bilingual(
                "标题写明共 \(promised) 题，实际找到 \(found) 题，请核对。",
                "The heading promises \(promised) items, \(found) were found; check them."))
    }
}

extension RawItem {
    fileprivate init(_ material: CaseMaterial, file: String) {
        self.init(place: Place(file: file, line: material.start), type: .known(.caseSet))
        stem = material.text
    }

    /// Topic and difficulty stated after the last item hold for the case.
    fileprivate mutating func add(_ part: RawItem) {
        parts.append(part)
        if !part.topic.isBlank { topic = part.topic }
        if !part.difficulty.isBlank { difficulty = part.difficulty }
    }
}
