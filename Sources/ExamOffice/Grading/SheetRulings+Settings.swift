import ExamModel
import ExamSettings
import Foundation

extension SheetRulings {
    /// Reads a file of rulings (YAML): `voided` and `chosen`, each with its reason.
    static func read(_ url: URL) throws(Refusal) -> SheetRulings {
        let document = try SettingsDocument(url)
        let top = document.top
        top.expect(["voided", "chosen"])
        let voided = top.has("voided") ? top.maps("voided", example: "- ticket: 5101200101") : []
        let chosen = top.has("chosen") ? top.maps("chosen", example: "- ticket: 5101200101") : []
        let rulings = SheetRulings(
            voided: (voided ?? []).compactMap { map in
                map.expect(["ticket", "reason"])
                guard let ticket = map.text("ticket", example: "5101200101"),
                    let reason = map.text("reason", example: "携带手机，见考场情况记录表")
                else { return nil }
                return Voided(ticket: TicketNumber(ticket), reason: reason)
            },
            chosen: (chosen ?? []).compactMap { map in
                map.expect(["ticket", "source", "reason"])
                guard let ticket = map.text("ticket", example: "5101200101"),
                    let source = map.text("source", example: "answers/5101200101~2.kca"),
                    let reason = map.text("reason", example: "以换机后交的答卷为准")
                else { return nil }
                return Chosen(ticket: TicketNumber(ticket), source: source, reason: reason)
            })
        SettingsMap.refuseRepeats(of: ["ticket"], in: voided ?? [])
        SettingsMap.refuseRepeats(of: ["ticket"], in: chosen ?? [])
        return try document.finish(rulings)
    }
}
