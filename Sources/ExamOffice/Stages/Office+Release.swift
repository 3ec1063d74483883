import ExamModel
import ExamPackage
import ExamSettings
import Foundation
import Ledger
import Sealing

extension Office {
    /// Releases the sealed paper (`paper release`): exam affairs and supervision open the release key together. The
    /// session is the sealed one; only its start may differ. Returns it.
    ///
    /// - Parameter start: a date and time as in exam.yaml, `now`, or nil for the sealed session's own.
    func release(start: String?) throws(Refusal) -> Session {
        guard let start else { return try release(at: nil) }
        return try release(at: try moment(start))
    }

    /// The same with the start given as a moment.
    func release(at start: Date?) throws(Refusal) -> Session {
        let stage = try begin(.paperRelease)
        try refuseOnceAnswered()
        let package = try sealedPaper()
        let session = start.map(package.exam.session.starting) ?? package.exam.session
        let release = try package.release(
            office: try credential(of: .office), supervision: try credential(of: .supervision), session: session,
            at: clock())
        try release.write(to: folder.release)
        try stage.record(inputs: [folder.paper], outputs: [folder.release])
        let when = BeijingTime.day(session.start) + " " + BeijingTime.clock(session.start)
        console.say(
            "已启封：\(folder.name(of: folder.release))，开考时间 \(when)",
            "released; the session starts at \(when) Beijing time")
        if clock() > session.start.addingTimeInterval(TimeInterval(session.latestStartMinutes * 60)) {
            console.say("注意：最迟入场时间已过，考生不能再入场；演练请用 --start now", "note: the latest start has passed; nobody can begin")
        }
        return session
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

    /// Refuses to change what was released: from then on there are terminals and answers that rest on it.
    func refuseAfterRelease() throws(Refusal) {
        try refuseOnceAnswered()
        guard FileManager.default.fileExists(atPath: folder.release.path) else { return }
        throw Refusal(
            .alreadyReleased, at: Place(file: folder.name(of: folder.release)), "试卷已经启封，名册、组卷和封卷不能再改；确要重来，请另建考试文件夹",
            "the paper is released: roster, forms and seal stay as they are; start over in a new folder")
    }

    /// Refuses what would change the exam under somebody who has begun.
    func refuseOnceAnswered() throws(Refusal) {
        let answers = try? FileManager.default.contentsOfDirectory(atPath: folder.answers.path)
        guard answers?.contains(where: { $0.hasSuffix(".kca") || $0.hasSuffix(".kcj") }) == true else { return }
        throw Refusal(
            .alreadyAnswered, at: Place(file: folder.name(of: folder.answers)), "已有考生作答，名册、试卷和开考时间不能再改；确要重来，请另建考试文件夹",
            "somebody has begun: roster, paper and start stay as they are; start over in a new folder")
    }
}

extension FindingCode {
    static let alreadyAnswered: FindingCode = "ALREADY_ANSWERED"
    static let alreadyReleased: FindingCode = "ALREADY_RELEASED"
}
