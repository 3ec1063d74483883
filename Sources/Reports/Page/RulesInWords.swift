import ExamModel

/// The rules of a contest in sentences, so that a reader need not look for them elsewhere.
struct RulesInWords {
    private let data: ReportData

    init(_ data: ReportData) {
        self.data = data
    }

    private var rules: CompetitionRules { data.rules }

    var sentences: [String] {
        components + (rules.individualsOnly == true ? [] : [teams]) + [ties]
            + (rules.individualsOnly == true ? [] : [advancement]) + (rules.prizes == nil ? [] : [prizes])
            + rules.honours.map { data.say("“\($0.name)”：", "\($0.name): ") + text(for: $0) }
            + [voided, people].compactMap(\.self)
    }

    /// What a voided item earns, where the written exam counts.
    private var voided: String? {
        guard rules.usesWrittenExam, let award = rules.voidedItems else { return nil }
        return data.say("申诉后作废的试题：\(award.name.chinese)。", "Items voided on appeal: \(award.name.english).")
    }

    private var teams: String {
        guard rules.countsPeople else {
            return data.say("代表队的总成绩由各项团队成绩组成。", "A team's total is made of the marks of teams.")
        }
        return data.say(
            "每队至多 \(rules.teamSize) 人，以成绩最好的 \(rules.counted) 名队员成绩之和为总成绩；不足 \(rules.counted) 人的，以实有成绩之和为准并注明。",
            "A team has \(rules.teamSize) members at most; its total is the sum of its \(rules.counted) best. Where fewer have "
                + "marks it is the sum of those, and a remark says so.")
    }

    /// What totals are made of, where that is not the written exam alone.
    private var components: [String] {
        guard rules.components != nil else { return [] }
        return rules.allComponents.map { component in
            if component.isOnlyShown == true {
                return data.say("“\(component.name)”只列出，不计入总成绩。", "\(component.name) is shown and does not count.")
            }
            let scale = component.full.map {
                data.say("，满分 \($0) 分折算为百分制", ", \($0) marks being put on a scale of 100")
            }
            let weight = component.weight.map { data.say("，占 \($0)", ", with a weight of \($0)") }
            return data.say("“\(component.name)”计入总成绩", "\(component.name) counts") + (scale ?? "") + (weight ?? "")
                + data.say("。", ".")
        }
    }

    private var ties: String {
        guard !rules.tieBreaks.isEmpty else { return data.say("同分者并列。", "Equal totals share a place.") }
        let steps = rules.tieBreaks.map { $0.name.text(in: data.language) }
        return data.say(
            "同分时依次比较：" + steps.joined(separator: "；") + "；仍相同的并列。",
            "Equal totals are told apart by, in order: " + steps.joined(separator: "; ")
                + "; what is still equal shares a place.")
    }

    /// Who goes on.
    var advancement: String {
        let host = rules.host.map {
            data.say("东道主\($0)直接晋级，其余各队", "\($0), the host, advances directly. Of the others: ")
        }
        guard rules.advancing > 0 else { return data.say("不决定晋级。", "Nobody advances by it.") }
        return (host ?? "")
            + data.say(
                "总成绩前 \(rules.advancing) 名的代表队晋级；晋级线上并列的，不自动取舍，由裁判组裁定。",
                "The first \(rules.advancing) teams advance; a tie at the cut is decided by the judges, never by the program."
            )
    }

    /// What teams earn by their places.
    var prizes: String {
        let list = (rules.prizes ?? []).map { data.say("\($0.name) \($0.count) 队", "\($0.name): \($0.count)") }
        return data.say(
            "按名次依次设" + list.joined(separator: "、") + "；末位并列的，由裁判组裁定。",
            "By place, one after the other: " + list.joined(separator: ", ")
                + "; a tie for the last place of one is decided by the judges.")
    }

    /// Who earns an honour.
    func text(for honour: Honour) -> String {
        var among: [String] = []
        if honour.excludesAdvancing { among.append(data.say("未晋级代表队的队员中", "Of the teams that do not advance: ")) }
        if let excluded = honour.excludedTeams, !excluded.isEmpty {
            let names = data.list(excluded.map(\.text))
            among.append(data.say("不含\(names)的人员，", "Without \(names): "))
        }
        if let component = honour.component { among.append(data.say("按“\(component)”成绩，", "By \(component): ")) }
        return among.joined() + count(of: honour) + check(of: honour)
    }

    private func count(of honour: Honour) -> String {
        if let least = honour.atLeast {
            return data.say("达到 \(least) 分的全部人员。", "Everybody with \(least) marks or more.")
        }
        if let each = honour.perTeam { return data.say("每队前 \(each) 名。", "The first \(each) of each team.") }
        if let share = honour.share {
            let name = share.name.text(in: data.language)
            return data.say("取前若干名，名额为\(name)。", "The first so many: \(name).")
        }
        return data.say("取前 \(honour.count) 名。", "The first \(honour.count).")
    }

    private func check(of honour: Honour) -> String {
        guard let check = honour.crossCheck else { return "" }
        let name = check.name.text(in: data.language)
        return data.say("另按“\(name)”核对名额。", " The number is checked against another reading: \(name).")
    }

    private var people: String? {
        guard rules.peopleDecide == true else { return nil }
        return data.say("名次供研究决定时参考，不决定结果。", "The places are laid out for people to decide; they decide nothing.")
    }
}
