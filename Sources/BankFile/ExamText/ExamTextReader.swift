import ExamModel
import TableFile

/// Reads exam text: items with numbers, options and answers, in the many ways that people write them.
enum ExamTextReader {
    static func read(_ file: TextFile) throws(Refusal) -> RawBank {
        read(try LineSplitter.lines(of: file), file: file.name)
    }

    static func read(_ lines: [ExamLine], file: String) -> RawBank {
        var builder = OutlineBuilder(LineRepair.repaired(lines), file: file)
        let outline = builder.build()
        let matcher = KeyMatcher(outline, file: file)
        var bank = RawBank(items: [], findings: outline.findings + matcher.findings)
        for section in matcher.sections {
            append(section, cases: outline.cases, to: &bank, file: file)
            bank.findings += numberFindings(in: section, file: file)
        }
        bank.findings += countFindings(in: matcher.sections, file: file)
        return bank
    }

    /// Items one by one; those of one case together.
    private static func append(_ section: ExamSection, cases: [CaseMaterial], to bank: inout RawBank, file: String) {
        var open: Int?
        for block in section.blocks {
            var reader = BlockReader(block, in: section, file: file)
            let item = reader.read()
            bank.findings += reader.findings
            guard let index = block.caseIndex, cases.indices.contains(index) else {
                bank.items.append(item)
                open = nil
                continue
            }
            if index != open { bank.items.append(RawItem(cases[index], file: file)) }
            open = index
            bank.items[bank.items.count - 1].add(item)
        }
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
