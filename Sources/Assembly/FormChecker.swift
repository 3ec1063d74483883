package import ExamModel

/// Holds forms against their blueprint without knowing how they were made.
package struct FormChecker: Sendable {
    private let blueprint: Blueprint
    private let items: [ItemID: Item]

    package init(_ blueprint: Blueprint, bank: [Item]) {
        self.blueprint = blueprint
        items = Dictionary(bank.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One finding for each rule that a form breaks; none for forms that are what the blueprint says.
    package func findings(in forms: [Form]) -> [Finding] {
        var findings: [Finding] = []
        func report(_ form: Form, _ chinese: String, _ english: String) {
            findings.append(
                Finding(.error, .blueprintBroken, Bilingual("试卷 \(form.id)：\(chinese)", "form \(form.id): \(english)")))
        }
        if forms.count != blueprint.forms, let first = forms.first {
            report(
                first, "应有 \(blueprint.forms) 套，实有 \(forms.count) 套",
                "\(blueprint.forms) forms wanted, \(forms.count) made")
        }
        var owner: [ItemID: FormID] = [:]
        for form in forms {
            for item in form.items {
                if let other = owner.updateValue(form.id, forKey: item.id) {
                    report(form, "试题 \(item.id) 已用于试卷 \(other)", "item \(item.id) is in form \(other) as well")
                }
            }
            for (section, wanted) in zip(form.sections, blueprint.sections) {
                check(section, wanted) { report(form, $0, $1) }
            }
            checkLevels(of: form) { report(form, $0, $1) }
        }
        return findings
    }

    private func check(_ section: FormSection, _ wanted: BlueprintSection, report: (String, String) -> Void) {
        let contents = section.items.compactMap { items[$0.id] }
        if contents.count != wanted.count {
            report(
                "“\(wanted.title)”应有 \(wanted.count) 题，题库中找到 \(contents.count) 题",
                "“\(wanted.title)” wants \(wanted.count) items, \(contents.count) found in the bank")
        }
        if contents.contains(where: { $0.type != wanted.type }) {
            report("“\(wanted.title)”混入其他题型", "“\(wanted.title)” holds items of another type")
        }
        if section.marks != wanted.marks || section.scoring != wanted.scoring {
            report("“\(wanted.title)”的分值或评分规则不符", "“\(wanted.title)” has other marks or another scoring rule")
        }
        let counts = Share.apportion(wanted.count, by: blueprint.topics.map(\.share))
        for (topic, count) in zip(blueprint.topics, counts) {
            let found = contents.count { $0.topic.domain == topic.domain }
            if found != count {
                report(
                    "“\(wanted.title)”·\(topic.domain)应有 \(count) 题，实有 \(found) 题",
                    "“\(wanted.title)”, \(topic.domain): \(count) items wanted, \(found) found")
            }
        }
    }

    private func checkLevels(of form: Form, report: (String, String) -> Void) {
        let levels = form.items.compactMap { items[$0.id]?.difficulty }
        for (level, target) in zip(Difficulty.allCases, blueprint.levelTargets) {
            let found = levels.count { $0 == level }
            if abs(found - target) > blueprint.difficultyTolerance {
                report(
                    "难度“\(level.name.chinese)”应有 \(target)±\(blueprint.difficultyTolerance) 题，实有 \(found) 题",
                    "\(target)±\(blueprint.difficultyTolerance) \(level.name.english) items wanted, \(found) found")
            }
        }
    }
}

extension FindingCode {
    package static let blueprintBroken: FindingCode = "BLUEPRINT_BROKEN"
}
