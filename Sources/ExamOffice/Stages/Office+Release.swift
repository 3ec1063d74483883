import ExamModel
import ExamPackage
import ExamSettings
import Foundation
import Ledger
import Sealing

extension Office {
    /// Releases the sealed paper (`paper release`): exam affairs and supervision open the release key together.
    ///
    /// - Parameter start: when the session starts: a date and time as in exam.yaml, `now`, or nil for exam.yaml's own.
    func release(start: String?) throws(Refusal) {
        let session = try folder.readExam().session
        guard let start else { return try release(session: session) }
        try release(session: session.starting(at: try moment(start)))
    }

    /// The same for a session given whole.
    func release(session: Session) throws(Refusal) {
        try checkLedger()
        let package = try sealedPaper()
        let release = try package.release(
            office: try credential(of: .office), supervision: try credential(of: .supervision), session: session,
            at: clock())
        try release.write(to: folder.release)
        try record(.paperRelease, inputs: [folder.paper], outputs: [folder.release])
        let when = BeijingTime.day(session.start) + " " + BeijingTime.clock(session.start)
        console.say(
            "已启封：\(folder.name(of: folder.release))，开考时间 \(when)",
            "released; the session starts at \(when) Beijing time")
    }

    private func moment(_ text: String) throws(Refusal) -> Date {
        if text == "now" { return Date(timeIntervalSince1970: clock().timeIntervalSince1970.rounded(.down)) }
        guard let moment = Moment(text) else {
            throw Refusal(
                .badValue, "开考时间应写成 2020-06-20 09:00 或 now，这里是“\(text)”",
                "write the start as 2020-06-20 09:00 or now, not “\(text)”")
        }
        guard let date = moment.date else { throw Refusal([Finding(.error, .noSuchDate, moment.complaint)]) }
        return date
    }
}
