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
