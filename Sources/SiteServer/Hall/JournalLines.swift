import ExamModel
import Foundation
import Sealing
import Sitting

/// Lines of a journal as they come over the network, read but not yet held against the journal that they continue.
struct JournalLines: Sendable {
    enum Line: Sendable {
        case header(Data, JournalHeader)
        case event(JournalLineText)

        var bytes: Data {
            switch self {
            case .header(let bytes, _): bytes
            case .event(let text): text.bytes
            }
        }

        var digest: Digest {
            switch self {
            case .header(let bytes, _): Digest(of: bytes)
            case .event(let text): text.digest
            }
        }
    }

    let from: Int
    let lines: [Line]

    /// The same of lines without their line feeds.
    init(_ lines: [Data], from: Int) throws(Refusal) {
        try self.init(lines.asText, from: from)
    }

    /// Reads lines that each end with a line feed; line 0 is the header. Refuses JOURNAL_DAMAGED.
    init(_ body: Data, from: Int) throws(Refusal) {
        self.from = from
        var lines: [Line] = []
        for bytes in body.lines {
            let number = from + lines.count
            let place = Place(line: number + 1)
            guard !bytes.isEmpty else { break }
            if number == 0 {
                guard let header = try? JSONDecoder().decode(JournalHeader.self, from: bytes),
                    JournalHeader.versions.contains(header.version)
                else {
                    throw Refusal(.journalDamaged, at: place, "作答记录的第一行无法识别", "the journal's first line cannot be read")
                }
                lines.append(.header(bytes, header))
            } else {
                lines.append(.event(try JournalLineText(bytes, at: place)))
            }
        }
        guard body.isEmpty || body.last == 0x0a else {
            throw Refusal(.journalDamaged, "作答记录的最后一行不完整", "the last line of the journal is cut off")
        }
        self.lines = lines
    }
}

extension Data {
    /// What stands before each line feed, and what stands behind the last.
    fileprivate var lines: [Data] {
        withUnsafeBytes { bytes in
            var lines: [Data] = []
            var rest = UnsafeRawBufferPointer(bytes)
            while let base = rest.baseAddress, let end = memchr(base, 0x0a, rest.count) {
                let count = UnsafeRawPointer(end) - base
                lines.append(Data(bytes: base, count: count))
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count + 1))
            }
            return lines + [Data(rest)]
        }
    }
}

extension [Data] {
    /// Lines as they stand in a journal's file, each with its line feed.
    var asText: Data { reduce(into: Data()) { $0 += $1 + [0x0a] } }
}
