import ExamModel
import Foundation

/// What `exam.json` says of an exam: what everybody may read. Settings that concern the office only stay there.
struct ExamNotice: Codable {
    let id: ExamID
    let title: String
    let session: Session
    let roomRules: [String]

    init(_ exam: Exam) {
        id = exam.id
        title = exam.title
        session = exam.session
        roomRules = exam.roomRules
    }

    func exam(at sites: [Station]) -> Exam {
        Exam(id: id, title: title, session: session, roomRules: roomRules, sites: sites)
    }
}
