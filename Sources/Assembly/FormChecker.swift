package import ExamModel

/// Holds forms against their blueprint without knowing how they were made.
package struct FormChecker: Sendable {
    private let blueprint: Blueprint
    private let items: [ItemReference: Item]

    package init(_ blueprint: Blueprint, bank: [Item]) {
        self.blueprint = blueprint
        items = Dictionary(
            bank.map { (ItemReference(id: $0.id, version: $0.version), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One finding for each rule that a form breaks; none for forms that are what the blueprint says.
    package func findings(in forms: [Form]) -> [Finding] {
        var findings: [Finding] = []
        if forms.count != blueprint.forms {
            findings.append(
                Finding(
                    .error, .blueprintBroken,
                    Bilingual(
                        "应有 \(blueprint.forms) 套试卷，实有 \(forms.count) 套",
                        "\(blueprint.forms) forms wanted, \(forms.count) made")))
        }
        var owner: [ItemID: FormID] = [:]
        for form in forms {
            func report(_ chinese: String, _ english: String) {
                let message = Bilingual("试卷 \(form.id)：\(chinese)", "form \(form.id): \(english)")
                findings.append(Finding(.error, .blueprintBroken, message))
            }
            checkItems(of: form, &owner, report: report)
            checkSections(of: form, report: report)
            checkLevels(of: form, report: report)
        }
        return findings
    }

    /// - Parameter owner: the form that each item of the forms before stands in; this form's are added.
    private func checkItems(of form: Form, _ owner: inout [ItemID: FormID], report: (String, String) -> Void) {
        var seen: Set<ItemID> = []
        for item in form.items {
            if !seen.insert(item.id).inserted {
                report("试题 \(item.id) 在本卷中出现不止一次", "item \(item.id) is in this form more than once")
            } else if let other = owner.updateValue(form.id, forKey: item.id) {
                report("试题 \(item.id) 已用于试卷 \(other)", "item \(item.id) is in form \(other) as well")
            }
            if items[item] == nil {
                report(
                    "试题 \(item.id)（第 \(item.version) 版）不在题库中",
                    "item \(item.id), version \(item.version), is not in the bank")
            }
        }
    }

    private func checkSections(of form: Form, report: (String, String) -> Void) {
        if form.sections.count != blueprint.sections.count {
            report(
                "应有 \(blueprint.sections.count) 个大题，实有 \(form.sections.count) 个",
                "\(blueprint.sections.count) section(s) wanted, \(form.sections.count) found")
        }
        for (index, (section, wanted)) in zip(form.sections, blueprint.sections).enumerated() {
            if section.title != wanted.title {
                report(
                    "第 \(index + 1) 大题应为“\(wanted.title)”，这里是“\(section.title)”",
                    "section \(index + 1) should be “\(wanted.title)”, not “\(section.title)”")
            }
            check(section, wanted, report: report)
        }
    }

    private func check(_ section: FormSection, _ wanted: BlueprintSection, report: (String, String) -> Void) {
        let contents = section.items.compactMap { items[$0] }
        if section.items.count != wanted.count {
            report(
                "“\(wanted.title)”应有 \(wanted.count) 题，实有 \(section.items.count) 题",
                "“\(wanted.title)” wants \(wanted.count) items and has \(section.items.count)")
        }
        if section.type != wanted.type {
            report("“\(wanted.title)”的题型不符", "“\(wanted.title)” is of another type")
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
        let levels = form.items.compactMap { items[$0]?.difficulty }
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
