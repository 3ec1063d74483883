import ExamModel
import Foundation
import TableFile

/// Reads JSON that other systems export: question objects anywhere in it, by what their members mean.
struct JSONBankReader {
    /// Arrays inside arrays; real exports have three or four.
    private static let depth = 24

    private let file: String
    private var items: [RawItem] = []

    static func read(_ file: TextFile) throws(Refusal) -> RawBank {
        let place = Place(file: file.name)
        if let lines = try lines(of: file) {
            var reader = JSONBankReader(file: file.name)
            reader.walk(lines, type: .unstated, topic: "", depth: 0)
            return RawBank(items: reader.items)
        }
        let root: Any
        do {
            root = try JSONSerialization.jsonObject(with: Data(file.bytes), options: [.fragmentsAllowed])
        } catch {
            throw .malformed(
                at: place, "JSON 有语法错误（\(error.localizedDescription)）", "JSON: \(error.localizedDescription)")
        }
        var reader = JSONBankReader(file: file.name)
        reader.walk(root, type: .unstated, topic: "", depth: 0)
        return RawBank(items: reader.items)
    }

    /// An object a line; `nil` when the first line is none, or all there is.
    private static func lines(of file: TextFile) throws(Refusal) -> [Any]? {
        let lines = file.bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A }
        let filled = lines.indices.filter { lines[$0].contains { $0 > 0x20 } }
        func object(_ line: Int) -> Any? {
            (try? JSONSerialization.jsonObject(with: Data(lines[line]))) as? [String: Any]
        }
        guard filled.count > 1, object(filled[0]) != nil else { return nil }
        var objects: [Any] = []
        for line in filled {
            guard let object = object(line) else {
                throw .malformed(
                    at: Place(file: file.name, line: line + 1), "这一行不是完整的 JSON 对象", "this line is no JSON object")
            }
            objects.append(object)
        }
        return objects
    }

    private init(file: String) {
        self.file = file
    }

    /// `type` is what the name of the surrounding list says (一、单选题).
    private mutating func walk(_ value: Any, type: StatedType, topic: String, depth: Int) {
        guard depth < Self.depth else { return }
        if let list = value as? [Any] {
            for element in list { walk(element, type: type, topic: topic, depth: depth + 1) }
        } else if let object = value as? [String: Any] {
            let question = JSONQuestion(object)
            if question.isQuestion {
                var item = question.item(at: Place(file: file, row: items.count + 1), type: type)
                if item.topic.isEmpty { item.topic = topic }
                items.append(item)
                return
            }
            let named = question.name.flatMap { StatedType.inside(Folded.text($0)) } ?? type
            // Sorted, since members of an object have no order.
            for key in object.keys.sorted() {
                guard let inner = object[key] else { continue }
                let stated = StatedType(word: key)
                let known = if case .known = stated { stated } else { named }
                walk(inner, type: known, topic: topic, depth: depth + 1)
            }
        } else if let text = value as? String, text.first == "{" || text.first == "[",
            let inner = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        {
            // Some systems keep JSON inside strings.
            walk(inner, type: type, topic: topic, depth: depth + 1)
        }
    }
}
