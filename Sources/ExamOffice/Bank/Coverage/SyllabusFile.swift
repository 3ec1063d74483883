import ExamModel
import Foundation
import TableFile

/// The syllabus's weights as a table (.csv or .xlsx): a topic and its share of the whole a row, such as `社会保险/工伤保险`
/// and `12%`. The first row with a share begins the list; a header above it is welcome.
enum SyllabusFile {
    /// Refuses rows without a share, topics that stand twice, and shares of one level under one topic that exceed those
    /// of the topic above, or the whole.
    static func read(_ url: URL) throws(Refusal) -> [(topic: Topic, share: Share)] {
        let table = try TableFile.read(url)
        var rows: [(topic: Topic, share: Share)] = []
        var findings: [Finding] = []
        for sheet in table.sheets {
            for row in sheet.rows {
                let cells = row.cells.map(\.text.trimmed).filter { !$0.isEmpty }
                guard !cells.isEmpty else { continue }
                let place = sheet.place(of: row, in: table.file)
                guard cells.count >= 2, let share = Self.share(cells[1]), !Topic(text: cells[0]).path.isEmpty else {
                    if !rows.isEmpty { findings.append(.noShare(at: place)) }
                    continue
                }
                let topic = Topic(text: cells[0])
                if rows.contains(where: { $0.topic == topic }) { findings.append(.twice(topic, at: place)) }
                rows.append((topic, share))
            }
        }
        findings += excesses(rows, in: table.file)
        if rows.isEmpty { findings.append(.noRows(table.file)) }
        guard findings.isEmpty else { throw Refusal(findings) }
        return rows
    }

    /// `12%`, `12.5％`, `0.12` as spreadsheets show a percentage without its format.
    private static func share(_ text: String) -> Share? {
        let folded = text.replacing("％", with: "%")
        if let share = Share(text: folded) { return share }
        guard let number = Mark(folded), (0...1000).contains(number.thousandths) else { return nil }
        return Share(basisPoints: number.thousandths * 10)
    }

    private static func excesses(_ rows: [(topic: Topic, share: Share)], in file: String) -> [Finding] {
        let shares = Dictionary(rows.map { ($0.topic, $0.share) }) { first, _ in first }
        let families = Dictionary(grouping: rows) { Topic(text: $0.topic.path.dropLast().joined(separator: "/")) }
        return families.sorted { $0.key < $1.key }.compactMap { parent, children in
            let sum = children.reduce(0) { $0 + $1.share.basisPoints }
            let most = parent.path.isEmpty ? Share.whole : shares[parent] ?? Share.whole
            guard sum > most.basisPoints else { return nil }
            let name = parent.path.isEmpty ? "全部" : parent.description
            return Finding(
                .error, .badShare, at: Place(file: file),
                Bilingual(
                    "“\(name)”下面的比重合计 \(Share(basisPoints: sum))，超过 \(most)；各级比重都按占全部的百分比写",
                    "the shares under \(name) add up to \(Share(basisPoints: sum)), more than \(most); every share is of the whole"
                ))
        }
    }
}

extension Finding {
    fileprivate static func noShare(at place: Place) -> Finding {
        Finding(
            .error, .badShare, at: place,
            Bilingual("这一行要写知识领域和比重，如 社会保险/工伤保险 和 12%", "a topic and its share belong here, such as 12%"))
    }

    fileprivate static func twice(_ topic: Topic, at place: Place) -> Finding {
        Finding(.error, .badShare, at: place, Bilingual("“\(topic)”写了两次", "\(topic) stands here twice"))
    }

    fileprivate static func noRows(_ file: String) -> Finding {
        Finding(
            .error, .badShare, at: Place(file: file),
            Bilingual(
                "没有找到知识领域和比重；第一列写知识领域，第二列写比重，如 12%",
                "no topic with a share was found; topics go into the first column, shares into the second"))
    }
}

extension FindingCode {
    static let badShare: FindingCode = "BAD_SHARE"
}
