import AnswerKey
import ExamModel

extension Grader {
    /// Joins forms with items and keys, and gathers what does not fit.
    struct Preparation {
        private(set) var findings: [Finding] = []
        private var items: [ItemReference: Item] = [:]
        private var keys: [ItemID: Key] = [:]

        init(items: [Item], keys: [Key]) {
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
            }
            let items = section.items.compactMap { gradable($0, type: section.type) }
            return GradableSection(title: section.title, rule: section.scoring, full: section.marks, items: items)
        }

        private mutating func gradable(_ reference: ItemReference, type: ItemType) -> GradableSection.Item? {
            let (id, version) = (reference.id, reference.version)
            guard let item = items[reference], item.type == type else {
                refuse(
                    .missingItem, "缺少试题 \(id) 第 \(version) 版（\(type.name.chinese)）；请从题库补齐",
                    "item \(id), version \(version) (\(type.name.english)) is missing; take it from the bank")
                return nil
            }
            guard let key = keys[id] else {
                refuse(.missingKey, "试题 \(id) 没有答案；请从答案库补齐", "item \(id) has no key; take it from the vault")
                return nil
            }
            let options = Set(item.options.map(\.id))
            guard case .options(let listed) = key.answer, case let right = Set(listed), right.isSubset(of: options),
                type == .multipleChoice ? !right.isEmpty : right.count == 1
            else {
                refuse(
                    .unfitKey, "试题 \(id) 的答案与它的选项或题型不符；请更正答案",
                    "the key of item \(id) does not fit its options or its type; correct the key")
                return nil
            }
            return GradableSection.Item(id: id, options: options, right: right)
        }

        private mutating func refuse(_ code: FindingCode, _ chinese: String, _ english: String) {
            findings.append(Finding(.error, code, Bilingual(chinese, english)))
        }
    }
}
