package import AnswerKey
import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

extension ItemBank {
    /// SHA-256 of ``lines(of:)``: the bank's fingerprint in manifests and the ledger.
    package static func digest(of items: [KeyedItem]) throws(Refusal) -> Digest {
        Digest(of: try lines(of: items))
    }

    /// The canonical JSON of every item and key in the order of ids, a line each.
    package static func lines(of items: [KeyedItem]) throws(Refusal) -> Data {
        var lines = Data()
        for keyed in items.sorted(by: { $0.item.id < $1.item.id }) {
            lines += try CanonicalJSON.encode(keyed.item) + Data("\n".utf8)
            lines += try CanonicalJSON.encode(keyed.key) + Data("\n".utf8)
        }
        return lines
    }

    /// Reads what ``lines(of:)`` writes. Refuses every other spelling.
    package static func items(in lines: Data, at place: Place) throws(Refusal) -> [KeyedItem] {
        let lines = lines.split(separator: UInt8(ascii: "\n"))
        var items: [KeyedItem] = []
        for index in stride(from: 0, to: lines.count - 1, by: 2) {
            items.append(
                KeyedItem(
                    item: try CanonicalJSON.decode(Item.self, from: Data(lines[index]), at: place),
                    key: try CanonicalJSON.decode(Key.self, from: Data(lines[index + 1]), at: place)))
        }
        return items
    }
}
