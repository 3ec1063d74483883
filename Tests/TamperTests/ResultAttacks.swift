import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Ledger
import Sealing

/// Against what an exam came to: sheets, keys, scores, rules, standings.
struct ResultAttacks {
    private let exam: RehearsedExam

    init() throws {
        exam = try RehearsedExam.shared.get()
    }

    var all: [Attack] { outsiders + insiders + conspiracies }

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
            Attack("抽签承诺之后换密数", "a secret of the draw exchanged after its commitment", foundBy: "DRAW_SECRET") {
                try exam.refusal(of: ["paper", "assemble"]) { folder in
                    try folder.goBack(to: .paperAssemble, removing: ["forms", "paper", "answers"])
                    let secret = String(decoding: try folder.read("draw/office.secret"), as: UTF8.self)
                    try folder.write(Data(String(secret.reversed()).utf8), as: "draw/office.secret")
                }
            },
        ]
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
