import AnswerKey
import CanonicalJSON
import ExamModel
import ExamSettings
import Foundation
import Grading
import Ledger
import Ranking
import Sealing

extension Office {
    /// What a regrade file would change (`regrade`). Nothing is written.
    func previewRegrade(_ file: URL) throws(Refusal) -> RegradeProposal {
        let account = try account()
        let proposal = try proposal(from: file, number: nextRegrade(), account)
        say(proposal)
        console.say(
            "这是试算，什么都没有改变。确定提出，请运行 kaochang regrade propose \(file.lastPathComponent)",
            "this is a dry run, nothing has changed; propose it with kaochang regrade propose \(file.lastPathComponent)"
        )
        return proposal
    }

    /// Writes the proposal down for two people to approve (`regrade propose`).
    func proposeRegrade(_ file: URL) throws(Refusal) -> RegradeProposal {
        let stage = try begin(.regradePropose, by: .grading)
        let proposal = try proposal(from: file, number: nextRegrade(), stage.account)
        let target = folder.regrade(proposal.number)
        try folder.writeResult(proposal, to: target)
        try stage.record(
            inputs: [file, folder.paper, folder.scores, folder.rulesFile], outputs: [target],
            note: ["reason": proposal.reason])
        say(proposal)
        console.say(
            "已提出第 \(proposal.number) 号更正方案（\(folder.name(of: target))）；须阅卷组、监督组各批准一次：kaochang regrade approve --as grading / supervision",
            "proposal \(proposal.number) is written; grading and supervision each approve it: kaochang regrade approve --as …"
        )
        return proposal
    }

    /// One role's signature over the proposal's hash (`regrade approve`).
    func approveRegrade(_ number: Int?, as role: Purpose) throws(Refusal) -> RegradeProposal {
        let stage = try begin(.regradeApprove, by: role)
        let (file, proposal) = try regrade(number)
        guard !stage.account.inputs(of: .regradeApply).contains(folder.name(of: file)) else {
            throw Refusal(
                .regradeApplied, at: Place(file: folder.name(of: file)), "这份更正方案已经执行",
                "this proposal was applied already")
        }
        guard !(try stage.account.approvals(of: file).contains(role)) else {
            throw Refusal(
                .regradeApproved, at: Place(file: folder.name(of: file)), "\(role.name.chinese)已经批准过；须另一个角色批准",
                "the \(role.name.english) approved it already; another role has to")
        }
        try stage.record(inputs: [file], note: ["proposal": try digest(of: file).description])
        say(proposal)
        console.say(
            "\(role.name.chinese)已批准第 \(proposal.number) 号更正方案（如上，\(folder.name(of: file))）",
            "the \(role.name.english) approved proposal \(proposal.number) (as above, \(folder.name(of: file)))")
        return proposal
    }

    /// Makes the new scores and standings of an approved proposal (`regrade apply`). The old ones stay under `versions/`.
    func applyRegrade(_ number: Int?) throws(Refusal) -> RegradeProposal {
        let stage = try begin(.regradeApply, by: .grading)
        let (file, proposal) = try regrade(number)
        try refuseUnapproved(file, stage.account)
        guard try digest(of: folder.scores) == proposal.before.scores else {
            throw Refusal(
                .regradeStale, at: Place(file: folder.name(of: file)), "提出方案之后成绩有过变动；请重新试算、提出和批准",
                "the scores have changed since the proposal; propose and approve again")
        }
        let corrected = try marking(stage.account).corrected(by: proposal.corrections.map(\.correction))
        let graded = corrected.graded()
        let standings = try ranked(graded.scores)
        guard try results(graded, standings) == proposal.after else {
            throw Refusal(
                .regradeStale, at: Place(file: folder.name(of: file)), "现在算出的结果与批准的方案不同（规则或裁定有过变动）；请重新试算、提出和批准",
                "the outcome is no longer what was approved; propose and approve again")
        }
        let analysis = try corrected.study(of: graded).analysis()
        try writeVersion(graded, to: folder.scores)
        try writeVersion(analysis, to: folder.analysis)
        try writeVersion(standings, to: folder.standings)
        try stage.record(
            inputs: [file, folder.paper] + (try rankingInputs(try folder.readRules())).filter { $0 != folder.scores },
            outputs: [folder.scores, folder.analysis, folder.standings], note: ["reason": proposal.reason])
        console.say(
            "已按第 \(proposal.number) 号更正方案改判并重排；原成绩、原排名保存在 versions 文件夹，答卷原样未动。请重新出报告：kaochang report。"
                + "题库里的答案没有动，请命题组另行更正：kaochang bank edit",
            "proposal \(proposal.number) is applied; the old results are kept under versions/, no answer was touched; run "
                + "kaochang report again. The bank's own key is as it was; correct it with kaochang bank edit")
        return proposal
    }

    private func proposal(from file: URL, number: Int, _ account: Account) throws(Refusal) -> RegradeProposal {
        let written = try WrittenRegrade.read(file)
        let now = try gradedExam()
        let marking = try marking(account)
        let corrections = try CorrectionReader(
            file: written.file, items: marking.items, voidedItems: try folder.readRules().voidedItems
        ).corrections(written.corrections)
        let corrected = try marking.corrected(by: corrections)
        let graded = corrected.graded()
        let (before, after) = (try ranked(now.scores), try ranked(graded.scores))
        let words = CorrectionWords(marking)
        return RegradeProposal(
            number: number, exam: marking.exam, reason: written.reason,
            corrections: corrections.map { correction in
                RegradeProposal.Correction(
                    correction: correction, keyBefore: marking.keys.key(of: correction.item)?.version ?? 0,
                    keyAfter: corrected.keys.key(of: correction.item)?.version ?? 0,
                    words: words.text(correction, corrected: corrected.keys))
            },
            before: try results(now, before), after: try results(graded, after),
            change: StandingsChange(from: before, to: after),
            flags: after.flags.filter { !before.flags.contains($0) })
    }

    private func results(_ graded: GradedExam, _ standings: Standings) throws(Refusal) -> RegradeProposal.Results {
        RegradeProposal.Results(
            scores: Digest(of: try CanonicalJSON.encode(graded)),
            standings: Digest(of: try CanonicalJSON.encode(standings)))
    }

    private func refuseUnapproved(_ file: URL, _ account: Account) throws(Refusal) {
        let name = folder.name(of: file)
        guard !account.inputs(of: .regradeApply).contains(name) else {
            throw Refusal(.regradeApplied, at: Place(file: name), "这份更正方案已经执行", "this proposal was applied already")
        }
        let approvals = try account.approvals(of: file)
        let missing = Set([Purpose.grading, .supervision]).subtracting(approvals)
        guard missing.isEmpty else {
            let roles = missing.map(\.name.chinese).sorted().joined(separator: "、")
            throw Refusal(
                .regradeNotApproved, at: Place(file: name), "还缺\(roles)的批准：kaochang regrade approve --as …",
                "it takes the approval of grading and of supervision; one is missing")
        }
    }

    /// The proposal of this number, or the last one.
    private func regrade(_ number: Int?) throws(Refusal) -> (URL, RegradeProposal) {
        let file = folder.regrade(number ?? max(1, nextRegrade() - 1))
        return (file, try result(RegradeProposal.self, at: file, madeBy: "regrade propose"))
    }

    private func nextRegrade() -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.regrades.path)) ?? []
        return (names.compactMap { Int($0.prefix { $0 != "." }) }.max() ?? 0) + 1
    }
}

extension FindingCode {
    static let regradeApplied: FindingCode = "REGRADE_APPLIED"
    static let regradeApproved: FindingCode = "REGRADE_APPROVED"
    static let regradeNotApproved: FindingCode = "REGRADE_NOT_APPROVED"
    static let regradeStale: FindingCode = "REGRADE_STALE"
}
