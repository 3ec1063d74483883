import ExamModel
import TableFile

/// Reads Moodle's GIFT: questions divided by blank lines, answers in braces.
struct GIFTReader {
    private let file: String
    private var collector = CaseCollector()
    private var findings: [Finding] = []
    private var topic = ""
    private var tags = ItemTags()

    static func read(_ file: TextFile) -> RawBank {
        var reader = GIFTReader(file: file.name)
        for block in blocks(of: file) { reader.read(block) }
        return RawBank(items: reader.collector.items, findings: reader.findings)
    }

    /// Answers in braces that begin with = ~ T F # or nothing, and no numbered exam text.
    static func isOne(_ file: TextFile) -> Bool {
        let head = String(decoding: file.bytes.prefix(64 << 10), as: UTF8.self)
        if head.contains("$CATEGORY:") || head.contains(/(?m)^::[^\n]*::/) { return true }
        return head.contains(/\{\s*(?:[=~][^{}]*|T|F|TRUE|FALSE)\s*(?:#[^{}]*)?\}/)
    }

    private init(file: String) {
        self.file = file
    }

    private struct Block {
        let line: Int
        let text: String
        let comments: [String]
    }

    private static func blocks(of file: TextFile) -> [Block] {
        var blocks: [Block] = []
        var lines: [String] = []
        var comments: [String] = []
        var start = 1
        func finish() {
            if !lines.isEmpty {
                blocks.append(Block(line: start, text: lines.joined(separator: "\n"), comments: comments))
                comments = []
            }
            lines = []
        }
        let text = String(decoding: file.bytes, as: UTF8.self)
        for (offset, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let bare = line.trimmed
            // Blank lines inside braces belong to the answers.
            let isOpen = isInBraces(lines)
            // Questions that follow each other without a blank line.
            if !isOpen, lines.last?.trimmed.hasSuffix("}") == true, begins(bare) { finish() }
            if bare.isEmpty, !isOpen {
                finish()
            } else if bare.hasPrefix("//"), !isOpen {
                comments.append(String(bare.dropFirst(2)))
            } else if bare.hasPrefix("$CATEGORY:"), lines.isEmpty {
                lines = [bare]
                start = offset + 1
                finish()
            } else {
                if lines.isEmpty { start = offset + 1 }
                lines.append(String(line))
            }
        }
        finish()
        return blocks
    }

    /// Whether a line behind a closed brace begins another question: a title, or text with braces of its own.
    private static func begins(_ line: String) -> Bool {
        line.hasPrefix("::") || line.contains(/(?:^|[^\\])\{/)
    }

    private static func isInBraces(_ lines: [String]) -> Bool {
        // More lines than this no question has; a brace that is never closed ends there.
        guard !lines.isEmpty, lines.count < 500 else { return false }
        var (isOpen, isEscaped) = (false, false)
        for character in lines.joined(separator: "\n") {
            if isEscaped {
                isEscaped = false
            } else {
                isEscaped = character == "\\"
                if character == "{" { isOpen = true }
                if character == "}" { isOpen = false }
            }
        }
        return isOpen
    }

    private mutating func removeMarkup(_ item: inout RawItem) {
        var hasPicture = false
        func plain(_ text: String) -> String {
            guard let plain = try? PlainText.of(html: text, at: item.place) else { return text }
            hasPicture = hasPicture || plain.hasPicture
            return plain.text
        }
        item.stem = plain(item.stem)
        item.options = item.options.map { RawOption(index: $0.index, text: plain($0.text)) }
        if item.options.isEmpty { item.answers = item.answers.map(plain) }
        item.rationale = plain(item.rationale)
        if hasPicture { findings.append(.picture(at: item.place)) }
    }

    private mutating func read(_ block: Block) {
        let place = Place(file: file, line: block.line)
        if block.text.hasPrefix("$CATEGORY:") {
            topic = CategoryPath.topic(String(block.text.dropFirst("$CATEGORY:".count)))
            return
        }
        var tags = ItemTags()
        for comment in block.comments {
            for match in comment.matches(of: /\[tag:([^\]]*)\]/) { tags.read(match.1) }
        }
        var question = GIFTQuestion(block.text)
        question.read()
        var item = RawItem(place: place)
        item.isStructured = true
        item.topic = topic
        item.stem = question.stem
        item.rationale = question.feedback
        if question.answers == nil {
            guard tags.isMaterial else {
                // Moodle's description: text that asks nothing.
                findings.append(.unreadLine(ExamLine(number: block.line, text: question.stem), in: file))
                return
            }
            item.type = .known(.caseSet)
        } else {
            question.fill(&item)
            if question.isSeveral { findings.append(.severalRight(at: place)) }
            if question.hasPartialCredit { findings.append(.partialCredit(at: place)) }
        }
        if question.isHTML { removeMarkup(&item) }
        collector.add(item, tags: tags)
    }
}
