import ExamModel
import Ledger
import Ranking
import Sealing

extension Office {
    /// The ties at cuts that wait for judges (`rank ties`).
    func openTies() throws(Refusal) -> [OpenTie] {
        let rules = try folder.readRules()
        _ = try standings()
        let ties = try ranker(rules, barred: try keptBarred()).openTies(for: try components(rules))
        if ties.isEmpty { console.say("没有待裁定的并列", "no tie waits for a decision") }
        for tie in ties {
            console.say(
                "“\(tie.matter)”：\(tie.tied.joined(separator: "、"))，名额 \(tie.open) 个",
                "\(tie.matter): \(tie.tied.joined(separator: ", ")), \(tie.open) places")
        }
        return ties
    }

    /// Records what judges decided about one tie (`rank adjudicate`), and ranks again.
    func adjudicate(
        _ matter: String, choosing chosen: [String], reason: String, as role: Purpose
    ) throws(Refusal) -> Standings {
        let tie = try openTie(matter)
        guard chosen.count == tie.open, Set(chosen).isSubset(of: tie.tied), Set(chosen).count == chosen.count else {
            throw Refusal(
                .unfitAdjudication,
                "“\(matter)”并列的是：\(tie.tied.joined(separator: "、"))；须从中选出 \(tie.open) 个，这里写了 \(chosen.count) 个",
                "tied in \(matter) are \(tie.tied.joined(separator: ", ")); choose \(tie.open) of them")
        }
        try record(Adjudication(matter: matter, tied: tie.tied, chosen: chosen, reason: reason), as: role)
        console.say("已记入账本。重新排名：", "recorded in the ledger; ranking again:")
        return try rank()
    }

    private func record(_ decision: Adjudication, as role: Purpose) throws(Refusal) {
        let stage = try begin(.adjudicate, by: role)
        let all = try adjudications() + [decision]
        try writeVersion(all, to: folder.adjudications)
        try stage.record(
            inputs: [folder.standings], outputs: [folder.adjudications],
            note: [
                "matter": decision.matter, "chosen": decision.chosen.joined(separator: "、"), "reason": decision.reason,
            ])
    }

    private func openTie(_ matter: String) throws(Refusal) -> OpenTie {
        let rules = try folder.readRules()
        _ = try standings()
        let ties = try ranker(rules, barred: try keptBarred()).openTies(for: try components(rules))
        guard let tie = ties.first(where: { $0.matter == matter }) else {
            let open = ties.map { "“\($0.matter)”" }.joined(separator: "、")
            throw Refusal(
                .unfitAdjudication,
                "“\(matter)”没有待裁定的并列" + (open.isEmpty ? "" : "；待裁定的有：\(open)（晋级写 \(Adjudication.advancing)）"),
                "no tie of \(matter) waits for a decision" + (open.isEmpty ? "" : "; waiting: \(open)"))
        }
        return tie
    }
}

extension FindingCode {
    static let unfitAdjudication: FindingCode = "UNFIT_ADJUDICATION"
}
