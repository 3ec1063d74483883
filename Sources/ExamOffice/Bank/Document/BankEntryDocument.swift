import AnswerKey
import ExamModel
import Foundation
import ItemBank

/// An item of the bank in a `--json` document.
struct BankEntryDocument: Encodable {
    let id: ItemID
    let version: Int
    let keyVersion: Int
    let status: ItemState
    let type: ItemType
    let stem: String
    let options: [String]
    let key: String
    let rationale: String
    let topic: String
    let difficulty: Int
    let source: String
    let author: String
    let reviewer: String

    init(_ entry: BankEntry) {
        let item = entry.keyed.item
        id = item.id
        version = item.version
        keyVersion = entry.keyed.key.version
        status = entry.state
        type = item.type
        stem = item.stem
        options = item.type == .trueFalse ? [] : item.options.map(\.text)
        key = ItemText(entry.keyed).answer
        rationale = entry.keyed.key.rationale
        topic = item.topic.description
        difficulty = item.difficulty.rawValue
        source = entry.source
        author = entry.author
        reviewer = entry.reviewer
    }
}
