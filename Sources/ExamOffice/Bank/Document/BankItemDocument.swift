import AnswerKey
import ExamModel
import Foundation
import ItemBank

/// The document of `bank show --json`: an item with its past.
struct BankItemDocument: Encodable {
    struct HistoryLine: Encodable {
        let action: String
        let by: String
        let at: Date
        let reason: String
        let version: Int
        let keyVersion: Int
        let status: ItemState
    }

    struct Use: Encodable {
        let exam: ExamID
        let ended: Date
        let version: Int
        let candidates: Int
        /// Thousandths.
        let p: Int
        let discrimination: Int?
    }

    let item: BankEntryDocument
    let articles: [String]
    let enemies: [ItemID]
    let mayShuffle: Bool?
    let uses: [Use]
    let history: [HistoryLine]

    init(_ dossier: ItemDossier) {
        item = BankEntryDocument(dossier.entry)
        articles = CitedArticle.all(in: dossier.entry.keyed.key.rationale)
        enemies = dossier.enemies
        mayShuffle = dossier.entry.mayShuffle
        uses = dossier.performances.map {
            Use(
                exam: $0.exam, ended: $0.ended, version: $0.item.version, candidates: $0.candidates, p: $0.p,
                discrimination: $0.discrimination)
        }
        history = dossier.history.map {
            HistoryLine(
                action: $0.action.rawValue, by: $0.note.by, at: $0.note.at, reason: $0.note.reason,
                version: $0.itemVersion, keyVersion: $0.keyVersion, status: $0.state)
        }
    }
}
