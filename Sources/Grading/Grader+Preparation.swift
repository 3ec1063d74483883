import AnswerKey
import ExamModel

extension Grader {
    /// Joins forms with items and keys, and gathers what does not fit.
    struct Preparation {
        private(set) var findings: [Finding] = []
        private var items: [ItemReference: Item] = [:]
        private var keys: [ItemID: Key] = [:]
        private let voided: [ItemID: VoidedItems]

        init(items: [Item], keys: [Key], voided: [ItemID: VoidedItems]) {
            self.voided = voided
            for item in items {
                let reference = ItemReference(id: item.id, version: item.version)
                if let other = self.items.updateValue(item, forKey: reference), other != item {
                    refuse(.givenTwice, "试题 \(item.id) 第 \(item.version) 版给了两种内容", "item \(item.id) is given twice")
                }
            }
            for key in keys where self.keys.updateValue(key, forKey: key.item) != nil {
                refuse(.givenTwice, "试题 \(key.item) 给了两个答案，请只留一个版本", "item \(key.item) has two keys; keep one version")
            }
        }

        mutating func gradable(_ forms: [Form]) -> [FormID: GradableForm] {
            var result: [FormID: GradableForm] = [:]
            for form in forms {
                let sections = form.sections.map { gradable($0, of: form.id) }
                if result.updateValue(GradableForm(sections: sections), forKey: form.id) != nil {
                    refuse(.givenTwice, "试卷“\(form.id)”给了两次", "form \(form.id) is given twice")
                }
                let ids = form.items.map(\.id)
                if Set(ids).count < ids.count {
                    refuse(.givenTwice, "试卷“\(form.id)”中有重复的试题", "form \(form.id) holds an item twice")
                }
            }
            return result
        }

        private mutating func gradable(_ section: FormSection, of form: FormID) -> GradableSection {
            if let reason = section.scoring.unfitness(for: section.type, full: section.marks) {
                refuse(
                    .unfitRule, "试卷“\(form)”的“\(section.title)”：\(reason.chinese)",
                    "form \(form), section \(section.title): \(reason.english)")
                return GradableSection(title: section.title, floor: section.floor, full: .zero, items: [])
            }
            let items = section.items.flatMap { gradable($0, in: section) }
            if !items.isEmpty, items.allSatisfy({ $0.voided == .rescale }) {
                refuse(
                    .sectionVoided, "试卷“\(form)”的“\(section.title)”所有试题都被剔除，无法折算；请改为全体给满分",
                    "all items of section \(section.title), form \(form), are taken out; give full marks instead")
            }
            return GradableSection(
                title: section.title, floor: section.floor, full: section.marks * section.items.count, items: items)
        }

        /// The questions of one item of a form: itself, or the sub-items of a case with their own marks and rules.
        private mutating func gradable(_ reference: ItemReference, in section: FormSection) -> [GradableItem] {
            let (id, version) = (reference.id, reference.version)
            guard let item = items[reference], item.type == section.type else {
                refuse(
                    .missingItem, "缺少试题 \(id) 第 \(version) 版（\(section.type.name.chinese)）；请从题库补齐",
                    "item \(id), version \(version) (\(section.type.name.english)) is missing; take it from the bank")
                return []
            }
            guard let key = keys[id] else {
                refuse(.missingKey, "试题 \(id) 没有答案；请从答案库补齐", "item \(id) has no key; take it from the vault")
                return []
            }
            let award = voided[id]
            guard case .byPart(let rule) = section.scoring else {
                return [question(item, key, section.scoring, full: section.marks, voided: award)].compactMap(\.self)
            }
            let keys = key.questions
            guard item.parts.count == rule.marks.count, item.parts.map(\.id) == keys.map(\.item) else {
                refuseKey(of: id)
                return []
            }
            return item.parts.indices.compactMap { index in
                let part = item.parts[index]
                return rule.rule(for: part.type).flatMap {
                    question(part, keys[index], $0, full: rule.marks[index], voided: award ?? voided[part.id])
                }
            }
        }

        private mutating func question(
            _ item: Item, _ key: Key, _ rule: ScoringRule, full: Mark, voided: VoidedItems?
        ) -> GradableItem? {
            guard let answer = GradableItem.Answer(item, key, rule) else {
                refuseKey(of: item.id)
                return nil
            }
            return GradableItem(id: item.id, full: full, rule: rule, answer: answer, voided: voided)
        }

        private mutating func refuseKey(of id: ItemID) {
            refuse(
                .unfitKey, "试题 \(id) 的答案与它的选项或题型不符；请更正答案",
                "the key of item \(id) does not fit its options or its type; correct the key")
        }

        private mutating func refuse(_ code: FindingCode, _ chinese: String, _ english: String) {
            findings.append(Finding(.error, code, Bilingual(chinese, english)))
        }
    }
}
