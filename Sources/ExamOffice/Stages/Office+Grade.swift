import AnswerKey
import AtomicFile
import CanonicalJSON
import ExamModel
import ExamPackage
import Foundation
import Grading
import Ledger
import Sealing

extension Office {
    /// Opens the sealed answers with the grading key and marks them (`grade`). Every sheet is accounted for: scored or
    /// listed with the reason why not. Corrections that were approved after an appeal hold for every later marking too.
    ///
    /// - Parameters:
    ///   - marks: Sheets with the marks that people gave, filled in; nil keeps those of the last marking.
    ///   - second: The same marks entered a second time by somebody else; every difference is refused.
    ///   - rulings: What people decided about single sheets; nil keeps those of the last marking.
    func grade(marks: URL? = nil, second: URL? = nil, rulings: URL? = nil) throws(Refusal) -> GradedExam {
        let stage = try begin(.grade, by: .grading)
        var work = try marking(stage.account)
        // Which answers people mark depends on the sheets that count.
        if let rulings { work.rulings = try SheetRulings.read(rulings) }
        try work.refuseUnfitRulings()
        let given = work.hand
        if let marks { work.hand = try HandMarkSheet(work.tasks()).read(marks, second: second) }
        let changed = HandMark.changes(from: given, to: work.hand)
        let graded = work.graded()
        let analysis = try work.study(of: graded).analysis()
        var outputs = [folder.scores, folder.analysis]
        if !work.hand.isEmpty || marks != nil {
            try writeVersion(work.hand, to: folder.handMarks)
            outputs.append(folder.handMarks)
        }
        if work.rulings != .none || rulings != nil {
            try writeVersion(work.rulings, to: folder.rulings)
            outputs.append(folder.rulings)
        }
        try writeVersion(graded, to: folder.scores)
        try writeVersion(analysis, to: folder.analysis)
        try stage.record(
            inputs: [folder.paper] + work.files + work.regrades + [marks, second, rulings].compactMap(\.self),
            outputs: outputs, note: changed.isEmpty ? [:] : [Self.changedMarksNote: changed.joined(separator: "；")])
        console.say(
            "收到答卷 \(graded.received) 份，评分 \(graded.scores.count) 份，例外 \(graded.exceptions.count) 份；缺考 \(graded.absent.count) 人",
            "\(graded.received) sheets in, \(graded.scores.count) marked, \(graded.exceptions.count) exceptions; "
                + "\(graded.absent.count) absent")
        if !changed.isEmpty {
            console.say(
                "注意：人工评分与上次不同 \(changed.count) 处，已写入账本：\(changed.joined(separator: "；"))",
                "note: \(changed.count) marks by hand differ from the last marking, as the ledger says: "
                    + changed.joined(separator: "; "))
        }
        console.report(graded.findings)
        return graded
    }

    /// Under which the ledger notes marks by hand that were given before and are others now.
    static let changedMarksNote = "changedMarks"

    /// Everything that marking takes, as the ledger knows it.
    func marking(_ account: Account) throws(Refusal) -> Marking {
        let package = try sealedPaper()
        let part = try gradingPart(of: package)
        let files = try collectedFiles(account)
        let stray = WrongSite(sites: part.sites, exam: package.manifest.exam)
        // Opens grading's key, which may ask for its passphrase, before many threads need it.
        if !folder.isPublic { _ = try credential(of: .grading, opening: package) }
        let sheets = files.concurrentMap(
            progress: { console.progress(Bilingual("拆封", "opening"), $0, of: files.count) },
            { known.sheets[folder.name(of: $0)] ?? open($0, of: package, stray).received }
        ).flatMap(\.self)
        let regrades = try account.appliedRegrades()
        var corrections: [KeyCorrection] = []
        for file in regrades {
            corrections += try result(RegradeProposal.self, at: file, madeBy: "regrade").corrections.map(\.correction)
        }
        return try Marking(
            exam: package.manifest.exam, forms: part.forms, items: part.items, keys: part.keys,
            corrections: corrections,
            expected: try expectedForms(of: package, part), sheets: sheets,
            hand: try kept([HandMark].self, at: folder.handMarks, account) ?? [],
            rulings: try kept(SheetRulings.self, at: folder.rulings, account) ?? .none,
            files: files, regrades: regrades)
    }

    /// A result that is there only when somebody gave something for it.
    private func kept<Value: Codable>(_ type: Value.Type, at file: URL, _ account: Account) throws(Refusal) -> Value? {
        account.digest(of: file) == nil ? nil : try result(type, at: file, madeBy: "grade")
    }

    func gradedExam() throws(Refusal) -> GradedExam {
        if let graded = known.graded { return graded }
        return try result(GradedExam.self, at: folder.scores, madeBy: "grade")
    }

    /// The answer files that were collected, by name. Refused when one of them is gone or changed since, and when there
    /// are others that nobody collected.
    private func collectedFiles(_ account: Account) throws(Refusal) -> [URL] {
        let collected = account.outputs(of: .answersCollect).filter { $0.key.hasPrefix("answers/") }
        guard !collected.isEmpty else {
            throw Refusal(
                .stageMissing, at: Place(file: folder.name(of: folder.answers)),
                "还没有收卷，请先运行 kaochang answers collect 文件…",
                "no answers yet; run kaochang answers collect FILE…")
        }
        var findings: [Finding] = []
        for (name, digest) in collected.sorted(by: { $0.key < $1.key }) {
            if (try? self.digest(of: folder.url.appending(path: name))) != digest {
                findings.append(
                    Finding(
                        .error, .answersChanged, at: Place(file: name),
                        Bilingual("收过的答卷不见了或被改动，请从备份恢复", "collected answers are gone or changed; restore them")))
            }
        }
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.answers.path)) ?? []
        for name in present.filter({ $0.hasSuffix(".kca") }).sorted().map({ "answers/" + $0 })
        where collected[name] == nil {
            findings.append(
                Finding(
                    .error, .answersNotCollected, at: Place(file: name),
                    Bilingual(
                        "这份答卷没有收过，请先运行 kaochang answers collect", "not collected; run kaochang answers collect first")))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return collected.keys.sorted().map { folder.url.appending(path: $0) }
    }
}

extension HandMark {
    /// Marks that had been given and are others now, or gone: ticket, item, both marks, and whose they are.
    fileprivate static func changes(from old: [HandMark], to new: [HandMark]) -> [String] {
        let now = Dictionary(new.map { ([$0.ticket.text, $0.item.text], $0) }) { first, _ in first }
        return old.compactMap { mark in
            let other = now[[mark.ticket.text, mark.item.text]]
            guard other?.marks != mark.marks else { return nil }
            let fresh = other.map { "\($0.marks)（\($0.marker)）" } ?? "—"
            return "\(mark.ticket) \(mark.item) \(mark.marks)（\(mark.marker)）→\(fresh)"
        }
    }
}

extension GradedExam {
    /// The sheets that earned no score, as findings.
    var findings: [Finding] {
        exceptions.map { Finding(.error, .sheetNotMarked, at: Place(file: $0.source), $0.message) }
    }
}

extension FindingCode {
    static let sheetNotMarked: FindingCode = "SHEET_NOT_MARKED"
    static let answersChanged: FindingCode = "ANSWERS_CHANGED"
    static let answersNotCollected: FindingCode = "ANSWERS_NOT_COLLECTED"
}
