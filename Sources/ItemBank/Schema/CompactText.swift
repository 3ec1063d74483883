import AnswerKey
import CanonicalJSON
import ExamModel
import Foundation

/// How lists stand in a text column: divided by control characters, which is read many times faster than JSON; as JSON
/// where a text holds those characters itself.
enum CompactText {
    private static let fieldMark: Unicode.Scalar = "\u{1f}"
    private static let recordMark: Unicode.Scalar = "\u{1e}"

    /// `id ␟ text ␞ id ␟ text`
    static func options(_ options: [Item.Option]) throws(Refusal) -> String {
        guard !options.contains(where: { holdsMarks($0.id.text) || holdsMarks($0.text) }) else {
            return String(decoding: try CanonicalJSON.encode(options), as: UTF8.self)
        }
        return options.map { "\($0.id)\(fieldMark)\($0.text)" }.joined(separator: String(recordMark))
    }

    static func options(from text: String) throws(Refusal) -> [Item.Option] {
        guard !text.hasPrefix("[") else {
            return try CanonicalJSON.decode([Item.Option].self, from: Data(text.utf8))
        }
        var options: [Item.Option] = []
        for record in text.utf8.split(separator: UInt8(recordMark.value)) {
            guard let mark = record.firstIndex(of: UInt8(fieldMark.value)) else { throw .damaged("options") }
            options.append(
                Item.Option(
                    id: OptionID(String(Substring(record[..<mark]))),
                    text: String(Substring(record[record.index(after: mark)...]))))
        }
        return options
    }

    /// `=1␟3` for chosen options, JSON for every other answer.
    static func answer(_ answer: Key.Answer) throws(Refusal) -> String {
        guard case .options(let options) = answer, !options.contains(where: { holdsMarks($0.text) }) else {
            return String(decoding: try CanonicalJSON.encode(answer), as: UTF8.self)
        }
        return "=" + options.map(\.text).joined(separator: String(fieldMark))
    }

    static func answer(from text: String) throws(Refusal) -> Key.Answer {
        guard text.hasPrefix("=") else {
            return try CanonicalJSON.decode(Key.Answer.self, from: Data(text.utf8))
        }
        let ids = text.utf8.dropFirst().split(separator: UInt8(fieldMark.value))
        return .options(ids.map { OptionID(String(Substring($0))) })
    }

    private static func holdsMarks(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(fieldMark.value) || $0 == UInt8(recordMark.value) }
    }
}

extension Refusal {
    /// A record that this software did not write.
    static func damaged(_ id: String) -> Refusal {
        Refusal(
            .bankUnusable, at: Place(file: "item \(id)"), "题库记录损坏，请从备份恢复或重新导入",
            "damaged record; restore a backup or import again")
    }
}
