package import ExamModel

/// Holds forms against their blueprint without knowing how they were made: it shares no code with the assembler.
package struct FormChecker: Sendable {
    let blueprint: Blueprint
    let bank: [ItemReference: PoolEntry]

    package init(_ blueprint: Blueprint, pool: [PoolEntry]) {
        self.blueprint = blueprint
        bank = Dictionary(
            pool.map { (ItemReference(id: $0.item.id, version: $0.item.version), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The same for items of which nothing else is known.
    package init(_ blueprint: Blueprint, bank: [Item]) {
        self.init(blueprint, pool: bank.map { PoolEntry($0) })
    }

    /// One finding for each rule that a form breaks; none for forms that are what the blueprint says.
    package func findings(in forms: [Form]) -> [Finding] {
        var report = CheckReport()
        if forms.count != blueprint.forms {
            report.add(
                "应有 \(blueprint.forms) 套试卷，实有 \(forms.count) 套", "\(blueprint.forms) forms wanted, \(forms.count) made")
        }
        checkUses(in: forms, &report)
        for form in forms {
            report.form = form.id
            checkItems(of: form, &report)
            checkSections(of: form, &report)
            checkCounts(of: form, &report)
            checkFigures(of: form, &report)
            checkKeys(of: form, &report)
        }
        return report.findings
    }

    func entries(of form: Form) -> [PoolEntry] {
        form.items.compactMap { bank[$0] }
    }

    private func checkItems(of form: Form, _ report: inout CheckReport) {
        var seen: Set<ItemID> = []
        for item in form.items {
            if !seen.insert(item.id).inserted {
                report.add("试题 \(item.id) 在本卷中出现不止一次", "item \(item.id) is in this form more than once")
            }
            guard let entry = bank[item] else {
                report.add(
                    "试题 \(item.id)（第 \(item.version) 版）不在题库中",
                    "item \(item.id), version \(item.version), is not in the bank")
                continue
            }
            checkAdmission(of: entry, &report)
        }
        for item in blueprint.rules.mustHave where !seen.contains(item) {
            report.add("缺少必选题 \(item)", "the must-have item \(item) is missing")
        }
    }

    private func checkAdmission(of entry: PoolEntry, _ report: inout CheckReport) {
        let id = entry.item.id
        if blueprint.rules.barred.contains(id) { report.add("用了不得使用的试题 \(id)", "item \(id) is barred") }
        if let most = blueprint.rules.mostExposure, entry.exposure > most {
            report.add("试题 \(id) 已曝光 \(entry.exposure) 次，超过 \(most) 次", "item \(id) was seen \(entry.exposure) times")
        }
        if let last = blueprint.rules.unusedInLast, let exams = entry.examsSinceUse, exams <= last {
            report.add("试题 \(id) 在最近 \(last) 次考试中用过", "item \(id) was used in the last \(last) exams")
        }
    }

    private func checkSections(of form: Form, _ report: inout CheckReport) {
        if form.sections.count != blueprint.sections.count {
            report.add(
                "应有 \(blueprint.sections.count) 个大题，实有 \(form.sections.count) 个",
                "\(blueprint.sections.count) section(s) wanted, \(form.sections.count) found")
        }
        for (index, (section, wanted)) in zip(form.sections, blueprint.sections).enumerated() {
            if section.title != wanted.title {
                report.add(
                    "第 \(index + 1) 大题应为“\(wanted.title)”，这里是“\(section.title)”",
                    "section \(index + 1) should be “\(wanted.title)”, not “\(section.title)”")
            }
            check(section, wanted, &report)
        }
    }

    private func check(_ section: FormSection, _ wanted: BlueprintSection, _ report: inout CheckReport) {
        let contents = section.items.compactMap { bank[$0]?.item }
        if section.items.count != wanted.count {
            report.add(
                "“\(wanted.title)”应有 \(wanted.count) 题，实有 \(section.items.count) 题",
                "“\(wanted.title)” wants \(wanted.count) items and has \(section.items.count)")
        }
        if section.type != wanted.type {
            report.add("“\(wanted.title)”的题型不符", "“\(wanted.title)” is of another type")
        }
        if contents.contains(where: { !wanted.admits($0) }) {
            report.add("“\(wanted.title)”混入其他题型", "“\(wanted.title)” holds items of another type")
        }
        if section.marks != wanted.marks || section.scoring != wanted.scoring || section.floor != wanted.floor {
            report.add("“\(wanted.title)”的分值或评分规则不符", "“\(wanted.title)” has other marks or another scoring rule")
        }
        let seconds = section.items.compactMap { bank[$0] }.reduce(0) { $0 + $1.expectedSeconds }
        if let minutes = wanted.minutes, seconds > minutes * 60 {
            report.add(
                "“\(wanted.title)”估计用时应不超过 \(minutes) 分钟，实需 \((seconds + 59) / 60) 分钟",
                "“\(wanted.title)” should take \(minutes) minutes and takes \((seconds + 59) / 60)")
        }
        let counts = Share.apportion(wanted.count, by: blueprint.topics.map(\.share))
        let slack = blueprint.topicTolerance
        for (topic, count) in zip(blueprint.topics, counts) {
            let found = contents.count { $0.topic.domain == topic.domain }
            if abs(found - count) > slack {
                let range = slack > 0 ? "\(count)±\(slack)" : "\(count)"
                report.add(
                    "“\(wanted.title)”·\(topic.domain)应有 \(range) 题，实有 \(found) 题",
                    "“\(wanted.title)”, \(topic.domain): \(range) items wanted, \(found) found")
            }
        }
        if contents.contains(where: { item in !blueprint.topics.contains { $0.domain == item.topic.domain } }) {
            report.add(
                "“\(wanted.title)”有细目表以外的知识领域", "“\(wanted.title)” holds a topic that the blueprint does not name")
        }
    }
}

extension FindingCode {
    package static let blueprintBroken: FindingCode = "BLUEPRINT_BROKEN"
}
