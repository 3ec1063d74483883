import ExamModel
import Foundation
import Ledger
import Ranking
import Sealing

extension Office {
    /// The ties at cuts that wait for judges, with what has been decided but not approved yet (`rank ties`).
    func openTies() throws(Refusal) -> [OpenTie] {
        let ties = try tiesAsRanked()
        if ties.isEmpty { console.say("没有待裁定的并列", "no tie waits for a decision") }
        for tie in ties {
            console.say(
                "“\(tie.matter)”：\(tie.tied.joined(separator: "、"))，名额 \(tie.open) 个",
                "\(tie.matter): \(tie.tied.joined(separator: ", ")), \(tie.open) places")
        }
        for record in try adjudicationRecords(try account()) where !record.isInForce && record.meets(ties) {
            console.say(
                "第 \(record.number) 号裁定（\(record.decision.chosen.joined(separator: "、"))）还缺\(record.missing.chinese)批准：kaochang rank approve \(record.number) --as …",
                "decision \(record.number) (\(record.decision.chosen.joined(separator: ", "))) still takes the approval of "
                    + "the \(record.missing.english): kaochang rank approve \(record.number) --as …")
        }
        return ties
    }

    /// Writes down what judges decided about one tie, signed by one role (`rank adjudicate`). It holds when the other role
    /// has approved it.
    func adjudicate(
        _ matter: String, choosing chosen: [String], reason: String, as role: Purpose
    ) throws(Refusal) -> AdjudicationRecord {
        let tie = try openTie(matter)
        guard chosen.count == tie.open, Set(chosen).isSubset(of: tie.tied), Set(chosen).count == chosen.count else {
            throw Refusal(
                .unfitAdjudication,
                "“\(matter)”并列的是：\(tie.tied.joined(separator: "、"))；须从中选出 \(tie.open) 个，这里写了 \(chosen.count) 个",
                "tied in \(matter) are \(tie.tied.joined(separator: ", ")); choose \(tie.open) of them")
        }
        let stage = try begin(.adjudicate, by: role)
        let decision = Adjudication(matter: matter, tied: tie.tied, chosen: chosen, reason: reason)
        let number = (try adjudicationRecords(stage.account).map(\.number).max() ?? 0) + 1
        let file = folder.adjudication(number)
        try folder.writeResult(decision, to: file)
        try stage.record(inputs: [folder.standings], outputs: [file], note: Self.note(of: decision))
        let record = AdjudicationRecord(
            number: number, file: folder.name(of: file), decision: decision, approvals: [role])
        console.say(
            "第 \(number) 号裁定已记入账本；须\(record.missing.chinese)批准后才生效：kaochang rank approve \(number) --as …",
            "decision \(number) is in the ledger; it holds once the \(record.missing.english) has approved it: "
                + "kaochang rank approve \(number) --as …")
        return record
    }

    /// The other role's signature over a decision (`rank approve`); with it the decision holds, and the exam is ranked again.
    func approveAdjudication(_ number: Int?, as role: Purpose) throws(Refusal) -> Standings {
        try signAdjudication(number, as: role)
        console.say("裁定已由两方签署，即行生效。重新排名：", "both have signed, the decision holds; ranking again:")
        return try rank()
    }

    private func signAdjudication(_ number: Int?, as role: Purpose) throws(Refusal) {
        let stage = try begin(.adjudicate, by: role)
        let records = try adjudicationRecords(stage.account)
        guard let record = number.map({ number in records.first { $0.number == number } }) ?? records.last else {
            throw Refusal(
                .unfitAdjudication, "没有这一号裁定；请先运行 kaochang rank adjudicate",
                "there is no such decision; make one with kaochang rank adjudicate")
        }
        guard !record.approvals.contains(role), !record.isInForce else {
            throw Refusal(
                .adjudicationApproved, at: Place(file: record.file),
                "\(role.name.chinese)已经签署过这份裁定" + (record.isInForce ? "，裁定已生效" : "；须另一个角色批准"),
                "the \(role.name.english) signed this decision already" + (record.isInForce ? "; it holds" : ""))
        }
        guard record.meets(try tiesAsRanked()) else {
            throw Refusal(
                .unfitAdjudication, at: Place(file: record.file), "这份裁定所说的并列已不存在（成绩或另一份裁定有变动），不能再批准",
                "the tie of this decision is no longer there; it cannot be approved")
        }
        try stage.record(inputs: [folder.url.appending(path: record.file)], note: Self.note(of: record.decision))
    }

    private static func note(of decision: Adjudication) -> [String: String] {
        ["matter": decision.matter, "chosen": decision.chosen.joined(separator: "、"), "reason": decision.reason]
    }

    private func openTie(_ matter: String) throws(Refusal) -> OpenTie {
        let ties = try tiesAsRanked()
        guard let tie = ties.first(where: { $0.matter == matter }) else {
            let open = ties.map { "“\($0.matter)”" }.joined(separator: "、")
            throw Refusal(
                .unfitAdjudication,
                "“\(matter)”没有待裁定的并列" + (open.isEmpty ? "" : "；待裁定的有：\(open)（晋级写 \(Adjudication.advancing)）"),
                "no tie of \(matter) waits for a decision" + (open.isEmpty ? "" : "; waiting: \(open)"))
        }
        return tie
    }

    private func tiesAsRanked() throws(Refusal) -> [OpenTie] {
        let rules = try folder.readRules()
        _ = try standings()
        return try ranker(rules, barred: try keptBarred()).openTies(for: try components(rules))
    }
}

extension FindingCode {
    static let unfitAdjudication: FindingCode = "UNFIT_ADJUDICATION"
    static let adjudicationApproved: FindingCode = "ADJUDICATION_APPROVED"
}
