import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Ledger
import Sealing
import Testing

/// Against what an exam came to: sheets, keys, scores, rules, standings.
struct ResultAttacks {
    private let exam: RehearsedExam

    init() throws {
        exam = try RehearsedExam.shared.get()
    }

    var all: [Attack] { outsiders + insiders + draws + conspiracies }

    private func edited(_ file: String, _ old: String, _ new: String) throws -> String? {
        try exam.audit(isPublic: true) { try $0.edit(file, old, new) }
    }

    /// Files changed by somebody who holds no key.
    private var outsiders: [Attack] {
        let exam = exam
        return [
            Attack("改一个分数", "a score changed", foundBy: "files") {
                try edited("scores/scores.json", "\"total\":10", "\"total\":9")
            },
            Attack("改一个名次", "a standing changed", foundBy: "files") {
                try edited("standings/standings.json", "\"advances\":false", "\"advances\":true")
            },
            Attack("公开包里改一个答案", "a key changed in the bundle", foundBy: "contents") {
                try edited("opened/grading.json", "\"forms\"", "\"form\"")
            },
            Attack("公开包里两名考生的答卷对换", "two candidates' sheets swapped in the bundle", foundBy: "scores") {
                try exam.audit(isPublic: true) { folder in
                    let names = ["52010001", "52010002"].map { "opened/answers/\($0).json" }
                    let sheets = try names.map { try folder.read($0) }
                    for (name, sheet) in zip(names, sheets.reversed()) { try folder.write(sheet, as: name) }
                }
            },
            Attack("公开包里改一个作答", "an answer changed in the bundle", foundBy: "scores") {
                try edited("opened/answers/52010001.json", "\"seconds\":", "\"seconds\":1")
            },
            Attack("答卷包对换文件名", "two answer files swapped", foundBy: "files") {
                try exam.audit(isPublic: true) { folder in
                    let names = ["answers/52010001.kca", "answers/52010002.kca"]
                    let packages = try names.map { try folder.read($0) }
                    for (name, data) in zip(names, packages.reversed()) { try folder.write(data, as: name) }
                }
            },
            Attack("少交一份答卷包", "an answer file taken away", foundBy: "files") {
                try exam.audit { try FileManager.default.removeItem(at: $0["answers/52010001.kca"]) }
            },
            Attack("公开包里少一份报告", "a report taken out of the bundle", foundBy: "files") {
                try exam.audit(isPublic: true) { folder in
                    try FileManager.default.removeItem(at: folder["reports/团队成绩.csv"])
                }
            },
            Attack("改命题细目表", "the blueprint changed", foundBy: "forms") {
                try edited("blueprint.yaml", "difficulty-tolerance: 2", "difficulty-tolerance: 3")
            },
            Attack("改排名规则", "a rule changed", foundBy: "standings") {
                try edited("rules.yaml", "counted: 3", "counted: 2")
            },
            Attack("改一份成绩报告", "a report changed", foundBy: "files") {
                try edited("reports/团队成绩.csv", "甲队", "丙队")
            },
        ]
    }

    /// The same by the office or by grading, who sign the ledger again from there on.
    private var insiders: [Attack] {
        let exam = exam
        func signed(_ file: String, _ old: String, _ new: String, from action: LedgerAction) throws -> String? {
            try exam.audit { folder in
                try folder.edit(file, old, new)
                try folder.signLedgerAgain(from: action)
            }
        }
        return [
            Attack("阅卷组改一个分数并重签账本", "grading changes a score and signs the ledger again", foundBy: "scores") {
                try signed("scores/scores.json", "\"total\":10", "\"total\":9", from: .grade)
            },
            Attack("考务组改一个名次并重签账本", "the office changes a standing and signs again", foundBy: "standings") {
                try signed("standings/standings.json", "\"advances\":false", "\"advances\":true", from: .rank)
            },
            Attack("考务组改一份报告并重签账本", "the office changes a report and signs again", foundBy: "reports") {
                try signed("reports/团队成绩.csv", "甲队", "丙队", from: .report)
            },
            Attack(
                "考务组考后改规则，重新排名、出报告", "the office changes a rule after the exam and ranks again", foundBy: "standings"
            ) {
                try exam.audit { folder in
                    try folder.edit("rules.yaml", "counted: 3", "counted: 2")
                    for command in ["rank", "report"] { _ = try? RehearsedExam.kaochang([command], in: folder) }
                }
            },
            Attack("换掉密封试卷并重签账本", "the sealed paper exchanged and the ledger signed again", foundBy: "release") {
                try exam.audit { folder in
                    let another = try exam.copy()
                    try another.goBack(to: .paperSeal, removing: ["paper", "answers"])
                    try RehearsedExam.kaochang(["paper", "seal"], in: another)
                    try folder.write(try another.read("paper/paper.kcp"), as: "paper/paper.kcp")
                    try folder.signLedgerAgain(from: .paperSeal)
                }
            },
            Attack(
                "考务组封卷之后对换两队的考生", "the office swaps members of two teams after the seal", foundBy: "standings"
            ) {
                try exam.audit { folder in
                    let files = ["registration/roster.json", "registration/published.json"]
                    for file in files {
                        for (old, new) in [("甲队", ""), ("乙队", "甲队"), ("", "乙队")] {
                            try folder.edit(file, "\"team\":\"\(old)\"", "\"team\":\"\(new)\"")
                        }
                    }
                    try folder.sign(.rosterImport, by: .office, outputs: files)
                    for command in ["rank", "report"] { try RehearsedExam.kaochang([command], in: folder) }
                }
            },
            Attack(
                "阅卷组未经监督组批准更正答案", "grading corrects a key without supervision's approval", foundBy: "scores"
            ) {
                try exam.audit { folder in
                    let approved = try exam.copy()
                    try correctKey(in: approved)
                    let lines = try Ledger(at: approved["ledger.jsonl"]).lines()
                    let known = try folder.ledgerLines().count
                    for name in ["regrade", "scores", "analysis", "standings", "reports"] {
                        try? FileManager.default.removeItem(at: folder[name])
                        try FileManager.default.copyItem(at: approved[name], to: folder[name])
                    }
                    for line in lines[known...] where line.actor != .supervision { try folder.sign(line) }
                }
            },
            Attack("收卷时不记回执根", "the root of the receipts is left out", foundBy: "receipts") {
                try exam.audit { folder in
                    let lines = try Ledger(at: folder["ledger.jsonl"]).lines()
                    let first = try folder.line(of: .answersCollect)
                    try folder.writeLedger(Array(try folder.ledgerLines().prefix(first)))
                    for line in lines[first...] { try folder.sign(line, leavingOut: "receiptsRoot") }
                }
            },
            Attack("封卷时给一道题多塞一个答案", "a second key of an item slipped into the seal", foundBy: "contents") {
                try exam.audit { folder in
                    let line = try Ledger(at: folder["ledger.jsonl"]).lines()[folder.line(of: .paperSeal)]
                    let contents = try contentsWithASecondKey(in: folder, after: line.previousSha256)
                    try folder.goBack(
                        to: .paperSeal,
                        removing: ["paper/paper.kcp", "answers", "scores", "analysis", "standings", "reports"])
                    _ = try PaperPackage.seal(
                        contents, office: folder.key(.office), supervision: folder.key(.supervision),
                        sites: [Holder(.site): folder.key(.site).certificate],
                        grading: folder.key(.grading).certificate,
                        trusting: KeyFolder(folder["keys"], warn: { _ in }).trust(), at: .now,
                        to: folder["paper/paper.kcp"])
                    try folder.sign(line)
                    try RehearsedExam.kaochang(["paper", "release"], in: folder)
                }
            },
            Attack(
                "用第一版格式交答卷，绕过回执和考点核对", "answers in the first format, past receipts and the check of the site",
                foundBy: "DAMAGED_SHEET"
            ) {
                let folder = try exam.copy()
                try folder.write(answersInFirstVersion(of: "52010002", in: folder), as: "extra.kca")
                _ = try exam.refusal(of: ["answers", "collect", "extra.kca"], in: folder)
                _ = try exam.refusal(of: ["grade"], in: folder)
                struct Scores: Decodable {
                    struct Exception: Decodable { let source: String, reason: String }
                    let exceptions: [Exception]
                }
                let scores = try JSONDecoder().decode(Scores.self, from: folder.read("scores/scores.json"))
                return scores.exceptions.first { $0.source == "answers/extra.kca" }?.reason
            },
            Attack("抽签承诺之后换密数", "a secret of the draw exchanged after its commitment", foundBy: "DRAW_SECRET") {
                try exam.refusal(of: ["paper", "assemble"]) { folder in
                    try folder.goBack(to: .paperAssemble, removing: ["forms", "paper", "answers"])
                    let secret = String(decoding: try folder.read("draw/office.secret"), as: UTF8.self)
                    try folder.write(Data(String(secret.reversed()).utf8), as: "draw/office.secret")
                }
            },
        ]
    }

    /// A candidate's sheet as version 1 of the format sealed it.
    private func answersInFirstVersion(of ticket: String, in folder: TemporaryFolder) throws -> Data {
        struct Document: Encodable {
            let format = AnswerDocument.format, version = AnswerDocument.version
            let algorithms = SealingAlgorithms.standard
            let exam: ExamID, paper: Digest, created: String, sheets: [AnswerSheet]
        }
        let trust = try KeyFolder(folder["keys"], warn: { _ in }).trust()
        let paper = try PaperPackage.open(folder["paper/paper.kcp"], trusting: trust)
        let package = try AnswerPackage.read(
            folder.read("answers/\(ticket).kca"), trusting: trust, of: paper.reference)
        let created = try #require(package.created)
        let document = Document(
            exam: paper.exam.id, paper: paper.digest, created: created.ISO8601Format(),
            sheets: try package.sheets(grading: folder.key(.grading)))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let signed = try Signature.signAttached(encoder.encode(document), by: folder.key(.site), at: created)
        return try Envelope.encrypt(signed, to: folder.key(.grading).certificate)
    }

    /// What was sealed, with another answer to an item behind the right one.
    private func contentsWithASecondKey(in folder: TemporaryFolder, after head: Digest) throws -> PaperContents {
        let trust = try KeyFolder(folder["keys"], warn: { _ in }).trust()
        let paper = try PaperPackage.open(folder["paper/paper.kcp"], trusting: trust)
        let release = try Release.open(folder["paper/paper.kcr"], trusting: trust)
        let (site, now) = (try folder.key(.site), release.document.notBefore)
        let grading = try paper.gradingPart(grading: folder.key(.grading))
        var part = try #require(JSONSerialization.jsonObject(with: grading) as? [String: Any])
        var keys = try #require(part["keys"] as? [[String: Any]])
        var second = try #require(keys.first)
        second["answer"] = ["options": ["_0": ["2"]]]
        keys.append(second)
        part["keys"] = keys
        return PaperContents(
            exam: paper.exam, seating: [Holder(.site): try paper.candidates(site: site)],
            forms: try paper.forms.map { try paper.openForm($0, release: release, site: site, now: now) },
            grading: try JSONSerialization.data(withJSONObject: part, options: [.sortedKeys, .withoutEscapingSlashes]),
            bank: paper.manifest.bankSha256, blueprint: paper.manifest.blueprintSha256,
            seed: try #require((part["seed"] as? String).flatMap(Seed.init(text:))), ledger: head)
    }

    /// A draw that the office would steer once it knows both secrets: it freezes or changes what they are applied to.
    private var draws: [Attack] {
        let exam = exam
        func assembledAgain(after change: @escaping (TemporaryFolder) throws -> Void) throws -> String? {
            try exam.audit { folder in
                let lines = try Ledger(at: folder["ledger.jsonl"]).lines()
                let assembly = lines[try folder.line(of: .paperAssemble)]
                try folder.goBack(
                    to: .paperAssemble, removing: ["paper", "answers", "scores", "analysis", "standings", "reports"])
                try change(folder)
                try folder.sign(assembly)
                for command in ["seal", "release"] { try RehearsedExam.kaochang(["paper", command], in: folder) }
            }
        }
        return [
            Attack("知道密数之后再冻结一次", "frozen once more when the secrets are known", foundBy: "draw") {
                try assembledAgain { folder in
                    let lines = try Ledger(at: folder["ledger.jsonl"]).lines()
                    try folder.sign(#require(lines.last { $0.action.rawValue == "draw.freeze" }))
                }
            },
            Attack("暗中换题，账本里没有校对记录", "items exchanged without a word in the ledger", foundBy: "forms") {
                try exam.audit { folder in
                    try folder.goBack(
                        to: .paperSeal, removing: ["paper", "answers", "scores", "analysis", "standings", "reports"])
                    try RehearsedExam.kaochang(
                        ["paper", "mark", "A", "1", "--reader", "甲", "--remark", "错字"], in: folder)
                    let (first, lines) = (
                        try folder.line(of: .paperAssemble), try Ledger(at: folder["ledger.jsonl"]).lines()
                    )
                    try folder.writeLedger(Array(try folder.ledgerLines().prefix(first)))
                    for line in lines[first...] where line.action.rawValue != "paper.mark" { try folder.sign(line) }
                    for command in ["seal", "release"] { try RehearsedExam.kaochang(["paper", command], in: folder) }
                }
            },
            Attack("冻结之后改题目统计，左右组卷", "statistics of the items changed after the freeze", foundBy: "draw") {
                try assembledAgain { folder in try folder.edit("forms/pool.json", "\"exposure\":0", "\"exposure\":1") }
            },
        ]
    }

    /// An appeal that both roles grant, to the end.
    private func correctKey(in folder: TemporaryFolder) throws {
        struct Forms: Decodable {
            struct Form: Decodable { let sections: [Section] }
            struct Section: Decodable { let items: [Item] }
            struct Item: Decodable { let id: String }
            let forms: [Form]
        }
        let forms = try JSONDecoder().decode(Forms.self, from: folder.read("forms/forms.json"))
        let item = try #require(forms.forms.first?.sections.first?.items.first?.id)
        for letter in ["A", "B"] {
            let text = "reason: 申诉\ncorrections:\n  - item: \(item)\n    accept: \(letter)\n    reason: 条文\n"
            try folder.write(Data(text.utf8), as: "appeal.yaml")
            if (try? RehearsedExam.kaochang(["regrade", "propose", "appeal.yaml"], in: folder)) != nil { break }
        }
        for role in ["grading", "supervision"] {
            try RehearsedExam.kaochang(["regrade", "approve", "--as", role], in: folder)
        }
        for command in [["regrade", "apply"], ["report"]] { try RehearsedExam.kaochang(command, in: folder) }
    }

    /// Site, office, supervision and grading together: a sheet is replaced and everything after it done again. Only what
    /// others noted is left against them: the ledger's head, and the candidate's receipt.
    private var conspiracies: [Attack] {
        let exam = exam
        return [
            Attack("各方合谋换一份答卷，由账本末行发现", "all exchange a sheet together; the noted head tells", foundBy: "ledger") {
                try exam.audit("--head", exam.head) { folder in _ = try exchangeSheet(in: folder) }
            },
            Attack("各方合谋换一份答卷，由考生的回执发现", "all exchange a sheet together; the receipt tells", foundBy: "RECEIPT_UNKNOWN")
            {
                let folder = try exam.copy()
                let receipt = try exchangeSheet(in: folder)
                return try exam.refusal(of: ["receipt", "check", receipt], in: folder)
            },
        ]
    }

    /// Puts another answer into a sheet, and does collecting, marking, ranking and reports again. Returns the candidate's
    /// receipt, which stands for the sheet as it was.
    private func exchangeSheet(in folder: TemporaryFolder) throws -> String {
        let trust = try KeyFolder(folder["keys"], warn: { _ in }).trust()
        let paper = try PaperPackage.open(folder["paper/paper.kcp"], trusting: trust)
        let name = "answers/52010002.kca"
        let package = try AnswerPackage.read(folder.read(name), trusting: trust, of: paper.reference)
        let sheet = try package.sheets(grading: folder.key(.grading))[0]
        let forged = AnswerSheet(
            exam: sheet.exam, form: sheet.form, ticket: sheet.ticket, responses: Array(sheet.responses.dropLast()),
            ending: sheet.ending, seconds: sheet.seconds, journalHead: sheet.journalHead)
        let sealed = try AnswerPackage.seal(
            [forged], of: paper.reference, site: folder.key(.site), grading: folder.key(.grading).certificate,
            at: package.created ?? .distantPast)
        try FileManager.default.moveItem(at: folder["answers"], to: folder["handed-in"])
        try folder.write(sealed, as: "handed-in/52010002.kca")
        try folder.goBack(to: .answersCollect, removing: ["scores", "standings", "reports"])
        let files = try FileManager.default.contentsOfDirectory(atPath: folder["handed-in"].path).sorted()
        try RehearsedExam.kaochang(["answers", "collect"] + files.map { "handed-in/" + $0 }, in: folder)
        for command in ["grade", "rank", "report"] { try RehearsedExam.kaochang([command], in: folder) }
        return try Receipt(sheet).description
    }
}
