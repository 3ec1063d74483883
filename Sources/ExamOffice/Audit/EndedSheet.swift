import ExamModel
import Grading
import Sealing

/// A sheet that ended because an invigilator said so, which stands in the site's ledger too.
struct EndedSheet: Sendable {
    /// As a person finds it: ``ReceivedSheet/source``.
    let source: String
    let ticket: TicketNumber
    /// The site.
    let signer: Certificate
    /// The deeds any of which ends a sheet so, as the site's ledger names them.
    let deeds: Set<String>

    static func all(in answers: OpenedAnswers) -> [EndedSheet] {
        guard let signer = answers.signer else { return [] }
        return answers.received.compactMap { received in
            guard case .success(let sheet) = received.content, let deeds = deeds(for: sheet.ending) else { return nil }
            return EndedSheet(source: received.source, ticket: sheet.ticket, signer: signer, deeds: deeds)
        }
    }

    private static func deeds(for ending: AnswerSheet.Ending) -> Set<String>? {
        switch ending {
        case .collected: ["collect", "close"]
        case .voided: ["void"]
        case .handedIn, .timeUp: nil
        }
    }
}
