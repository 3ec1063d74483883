import ExamModel
import TableFile

/// Reads exam text: items with numbers, options and answers, in the many ways that people write them.
enum ExamTextReader {
    static func read(_ file: TextFile) throws(Refusal) -> RawBank {
        var builder = OutlineBuilder(try LineSplitter.lines(of: file), file: file.name)
        let outline = builder.build()
        let matcher = KeyMatcher(outline, file: file.name)
        var bank = RawBank(items: [], findings: outline.findings + matcher.findings)
        for section in matcher.sections {
            for block in section.blocks {
                var reader = BlockReader(block, in: section, file: file.name)
                bank.items.append(reader.read())
                bank.findings += reader.findings
            }
            bank.findings += numberFindings(in: section, file: file.name)
        }
        bank.findings += countFindings(in: matcher.sections, file: file.name)
        return bank
    }

    private static func numberFindings(in section: ExamSection, file: String) -> [Finding] {
        var findings: [Finding] = []
        var seen: Set<Int> = []
        var last: Int?
        for block in section.blocks {
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
            if let promise = section.promise { counts[promise, default: 0] += section.blocks.count }
        }
        return counts.compactMap { heading, found in
            guard let promised = heading.count, promised != found else { return nil }
            return Finding(
                .warning, .countMismatch, at: Place(file: file, line: heading.line),
                Bilingual(
                    "标题写明共 \(promised) 题，实际找到 \(found) 题，请核对。",
                    "The heading promises \(promised) items, \(found) were found; check them."))
        }
    }
}
