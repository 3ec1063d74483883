import AnswerKey
import ExamModel

/// How a draft is written down within the process. Numbers take seven bits a byte, the lowest first; texts and lists stand
/// behind their length. Nobody else reads it.
enum DraftBytes {
    struct Title: Hashable, Sendable {
        let file: String?
        let sheet: String?
    }

    struct Writer {
        private(set) var bytes: [UInt8] = []

        mutating func append(_ placed: PlacedDraft, title: Int) {
            append(title)
            append((placed.place.row ?? -1) + 1)
            append((placed.place.line ?? -1) + 1)
            append(placed.draft)
        }

        private mutating func append(_ draft: DraftItem) {
            append(ItemType.allCases.firstIndex(of: draft.type) ?? 0)
            append(draft.stem)
            append(draft.options)
            append(draft.answer)
            append(draft.rationale)
            append(draft.topic.path)
            append(draft.difficulty.rawValue)
            append(draft.parts.count)
            for part in draft.parts { append(part) }
        }

        private mutating func append(_ answer: DraftItem.Answer) {
            switch answer {
            case .options(let indices):
                append(0)
                append(indices.count)
                for index in indices { append(index) }
            case .judgement(let value): append(value ? 1 : 2)
            case .blanks(let texts):
                append(3)
                append(texts)
            case .text(let text):
                append(4)
                append(text)
            case .parts: append(5)
            }
        }

        private mutating func append(_ texts: [String]) {
            append(texts.count)
            for text in texts { append(text) }
        }

        private mutating func append(_ text: String) {
            append(text.utf8.count)
            bytes.append(contentsOf: text.utf8)
        }

        private mutating func append(_ number: Int) {
            var rest = UInt(bitPattern: number)
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(truncatingIfNeeded: rest))
        }
    }

    struct Reader {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var position = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            self.bytes = bytes
        }

        mutating func placed(_ titles: [Title]) -> PlacedDraft {
            let title = titles[number()]
            let (row, line) = (number(), number())
            let place = Place(
                file: title.file, sheet: title.sheet, row: row > 0 ? row - 1 : nil, line: line > 0 ? line - 1 : nil)
            return PlacedDraft(draft: draft(), place: place)
        }

        private mutating func draft() -> DraftItem {
            let type = ItemType.allCases[number()]
            let (stem, options, answer) = (text(), texts(), answer())
            let (rationale, topic) = (text(), texts())
            let difficulty = Difficulty(rawValue: number()) ?? .medium
            return DraftItem(
                type: type, stem: stem, options: options, answer: answer, rationale: rationale,
                topic: Topic(text: topic.joined(separator: "/")), difficulty: difficulty,
                parts: (0..<number()).map { _ in draft() })
        }

        private mutating func answer() -> DraftItem.Answer {
            switch number() {
            case 0: .options((0..<number()).map { _ in number() })
            case 1: .judgement(true)
            case 2: .judgement(false)
            case 3: .blanks(texts())
            case 4: .text(text())
            default: .parts
            }
        }

        private mutating func texts() -> [String] {
            (0..<number()).map { _ in text() }
        }

        private mutating func text() -> String {
            let count = number()
            defer { position += count }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<(position + count)]), as: UTF8.self)
        }

        private mutating func number() -> Int {
            var (value, shift) = (UInt(0), UInt(0))
            while true {
                let byte = bytes[position]
                position += 1
                value |= UInt(byte & 0x7F) << shift
                if byte < 0x80 { return Int(bitPattern: value) }
                shift += 7
            }
        }
    }
}
