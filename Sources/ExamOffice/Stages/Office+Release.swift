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
    /// - Parameters:
    ///   - start: a date and time as in exam.yaml, `now`, or nil for the sealed session's own.
    ///   - replacements: `B=C` for a form that became known and the one that is sat in its place.
    func release(start: String?, replacing replacements: [String] = []) throws(Refusal) -> Session {
        let forms = try Self.replacements(replacements)
        guard let start else { return try release(at: nil, replacing: forms) }
        return try release(at: try moment(start), replacing: forms)
    }

    /// The same with the start given as a moment.
    func release(at start: Date?, replacing replacements: [FormID: FormID] = [:]) throws(Refusal) -> Session {
        let stage = try begin(.paperRelease)
        try refuseOnceAnswered()
        let package = try sealedPaper()
        try refuseRevoked(package, stage.account)
        try refuseOtherRoster(stage.account)
        let terms = ReleaseTerms(
            session: start.map(package.exam.session.starting) ?? package.exam.session, replacements: replacements,
            ledger: stage.account.head)
        return try release(package, on: terms, in: stage)
    }

    /// Refuses to release a paper that people were added to the roster of, or seated anew, after it was sealed.
    private func refuseOtherRoster(_ account: Account) throws(Refusal) {
        guard let seal = account.lines.last(where: { $0.action == .paperSeal }),
            let later = rosterChange(after: seal, in: account.lines)
        else { return }
        throw Refusal(
            .changedSinceSeal, at: Place(file: Ledger.fileName, line: later.sequence), "封卷之后名册或座位有变动，请重新封卷再启封",
            "roster or seats changed after the paper was sealed; seal again before the release")
    }

    /// Makes a release that was lost again (`paper release --again`), on the terms of the last one: nothing changes under
    /// candidates who have begun.
    func releaseAgain() throws(Refusal) -> Session {
        let stage = try begin(.paperRelease)
        let package = try sealedPaper()
        try refuseRevoked(package, stage.account)
        guard let text = stage.account.note(Self.startNote, of: .paperRelease),
            let start = try? Date(text, strategy: .iso8601)
        else {
            throw Refusal(
                .stageMissing, at: Place(file: folder.name(of: folder.release)), "还没有启封过，请运行 kaochang paper release",
                "nothing was released yet; run kaochang paper release")
        }
        let forms = (stage.account.note(Self.replacementNote, of: .paperRelease) ?? "").split(separator: " ")
        let terms = ReleaseTerms(
            session: package.exam.session.starting(at: start),
            replacements: try Self.replacements(forms.map(String.init)),
            ledger: stage.account.head)
        return try release(package, on: terms, in: stage)
    }

    /// The last release as a text (`paper release --text`), for a site that no file reaches.
    func releaseText() throws(Refusal) -> [String] {
        let package = try sealedPaper()
        let lines = try ReleaseText(Release.open(folder.release, for: package), of: package).lines
        console.say(
            "启封文字 \(lines.count) 行：考点把它存成文本文件，放在 .kcr 的位置即可。它与启封文件一样，时间未到不得外传",
            "\(lines.count) lines: a site saves them as a text file in the place of the .kcr; as secret as that until the start"
        )
        for line in lines { console.say("  \(line)", "  \(line)") }
        return lines
    }

    private func release(_ package: PaperPackage, on terms: ReleaseTerms, in stage: Stage) throws(Refusal) -> Session {
        let session = terms.session
        let release = try package.release(
            office: try credential(of: .office), supervision: try credential(of: .supervision), terms: terms,
            at: clock())
        try release.write(to: folder.release)
        let forms = terms.replacements.map { "\($0.key)=\($0.value)" }.sorted()
        try stage.record(
            inputs: [folder.paper], outputs: [folder.release],
            note: [
                Self.startNote: session.start.ISO8601Format(), Self.replacementNote: forms.joined(separator: " "),
            ].filter { !$0.value.isEmpty })
        say(session, replacing: forms)
        return session
    }

    private static let startNote = "start"
    private static let replacementNote = "replacements"

    private func say(_ session: Session, replacing forms: [String]) {
        let when = BeijingTime.day(session.start) + " " + BeijingTime.clock(session.start)
        console.say(
            "已启封：\(folder.name(of: folder.release))，开考时间 \(when)",
            "released; the session starts at \(when) Beijing time")
        if !forms.isEmpty {
            console.say("换卷：\(forms.joined(separator: "、"))", "replaced forms: \(forms.joined(separator: ", "))")
        }
        if clock() > session.start.addingTimeInterval(TimeInterval(session.latestStartMinutes * 60)) {
            console.say("注意：最迟入场时间已过，考生不能再入场；演练请用 --start now", "note: the latest start has passed; nobody can begin")
        }
    }

    private static func replacements(_ texts: [String]) throws(Refusal) -> [FormID: FormID] {
        var forms: [FormID: FormID] = [:]
        for text in texts {
            let sides = text.split(separator: "=").map { FormID(String($0)) }
            guard sides.count == 2, forms.updateValue(sides[1], forKey: sides[0]) == nil else {
                throw Refusal(
                    .badValue, "换卷应写成 B=C（停用 B，改用 C），每套只写一次，这里是“\(text)”",
                    "write a replacement as B=C (C in B's place), each form once, not “\(text)”")
            }
        }
        return forms
    }

    /// A moment that a person wrote: as in exam.yaml, or `now`.
    func moment(_ text: String) throws(Refusal) -> Date {
        if text == "now" { return Date(timeIntervalSince1970: clock().timeIntervalSince1970.rounded(.down)) }
        guard let moment = Moment(text) else {
            throw Refusal(
                .badValue, "时间应写成 2020-06-20 09:00 或 now，这里是“\(text)”",
                "write the time as 2020-06-20 09:00 or now, not “\(text)”")
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
    static let changedSinceSeal: FindingCode = "CHANGED_SINCE_SEAL"
    static let alreadyAnswered: FindingCode = "ALREADY_ANSWERED"
    static let alreadyReleased: FindingCode = "ALREADY_RELEASED"
}
