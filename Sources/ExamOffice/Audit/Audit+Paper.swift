import AnswerKey
import CanonicalJSON
import ExamModel
import ExamPackage
import ExamSettings
import Foundation
import Ledger
import Sealing

extension Audit {
    /// Both signatures hold, every part is as listed, and the seal names the line of the ledger that stands before it.
    func seal() throws(Refusal) -> Bilingual {
        let line = try line(of: .paperSeal, "封卷")
        let package = try PaperPackage.open(folder.paper, trusting: trust)
        try office.refuseRevoked(package, office.account())
        if let head = package.manifest.ledgerSha256, head != line.previousSha256 {
            throw Self.mismatch(
                folder.name(of: folder.paper), "试卷包记下的账本末行不是封卷前的那一行：账本或试卷包被换过",
                "the paper names another head of the ledger than the line before its seal: one of them was exchanged")
        }
        let record = try office.assemblyRecord()
        guard package.manifest.bankSha256 == record.bank, package.manifest.blueprintSha256 == record.blueprint,
            package.manifest.seedSha256 == PaperManifest.commitment(to: record.seed)
        else {
            throw Self.mismatch(
                folder.name(of: folder.paper), "试卷包的题库、细目表或种子与组卷记录不符",
                "bank, blueprint or seed of the paper are not those of the assembly")
        }
        return Bilingual(
            "考务组、监督组双签有效，\(package.manifest.parts.count) 个部分与清单相符，题库、细目表、种子与组卷记录相符",
            "both signatures hold, \(package.manifest.parts.count) parts are as listed; bank, blueprint and seed as assembled"
        )
    }

    /// The release is signed by both and belongs to this paper.
    func release() throws(Refusal) -> Bilingual {
        let line = try line(of: .paperRelease, "启封")
        let package = try PaperPackage.open(folder.paper, trusting: trust)
        let release = try Release.open(folder.release, trusting: trust)
        try package.checkRelease(release, now: release.document.notBefore)
        if let head = release.document.ledgerSha256, head != line.previousSha256 {
            throw Self.mismatch(
                folder.name(of: folder.release), "启封文件记下的账本末行不是启封前的那一行",
                "the release names another head of the ledger than the line before it")
        }
        let start = BeijingTime.day(release.session.start) + " " + BeijingTime.clock(release.session.start)
        return Bilingual(
            "双签有效，属于这份试卷，开考时间 \(start)", "both signatures hold, for this paper; start \(start) Beijing time")
    }

    /// Forms, items and keys that grading used are those that lay in the sealed paper, and every form's words are those
    /// of the bank.
    func contents() throws(Refusal) -> Bilingual {
        let package = try PaperPackage.open(folder.paper, trusting: trust)
        let part = try office.gradingPart(of: package)
        let record = try office.assemblyRecord()
        guard part.forms == record.forms, part.seed == record.seed, part.draw == record.draw else {
            throw Self.mismatch(
                folder.name(of: folder.paper), "封在卷里的试卷或种子与组卷记录不符", "forms or seed in the seal are not those assembled")
        }
        guard part.items.map(\.id) == part.keys.map(\.item), Set(part.items.map(\.id)).count == part.items.count else {
            throw Self.mismatch(
                folder.name(of: folder.paper), "封在卷里的试题和答案不是一题一个",
                "the items and keys in the seal are not one of each")
        }
        let keyed = Dictionary(try office.assembledBank().map { ($0.item.id, $0) }) { first, _ in first }
        for (item, key) in zip(part.items, part.keys) where keyed[item.id]?.item != item || keyed[item.id]?.key != key {
            throw Self.mismatch(
                folder.name(of: folder.paper), "封在卷里的试题 \(item.id) 或它的答案与题库不符",
                "item \(item.id) or its key in the seal is not that of the bank")
        }
        let items = Dictionary(part.items.map { (ItemReference(id: $0.id, version: $0.version), $0) }) { first, _ in
            first
        }
        try refuseOtherOrder(part.shuffle, record)
        for form in part.forms {
            let content = try CanonicalJSON.encode(FormContent(form, items: items, shuffle: part.shuffle))
            guard try office.formContent(of: form.id, in: package) == content else {
                throw Self.mismatch(
                    folder.name(of: folder.paper), "试卷 \(form.id) 密封的题面与题库不符",
                    "the sealed words of form \(form.id) are not the bank's")
            }
        }
        return Bilingual(
            "\(part.forms.count) 套试卷、\(part.keys.count) 个答案与封卷时的承诺和题库逐一相符",
            "\(part.forms.count) forms and \(part.keys.count) keys are those committed to at the seal, and the bank's")
    }
    /// The candidates' own orders come from the blueprint and the seed of the assembly, and were not picked.
    private func refuseOtherOrder(_ plan: ShufflePlan?, _ record: AssemblyRecord) throws(Refusal) {
        let rules = try folder.readBlueprint().blueprint.rules.shuffle
        let wanted = rules.items || rules.options
        guard wanted == (plan != nil), plan.map({ $0.items == rules.items && $0.options == rules.options }) ?? true,
            plan.map({ $0.seed == Office.shuffleSeed(of: record.seed) }) ?? true
        else {
            throw Self.mismatch(
                folder.name(of: folder.paper), "封在卷里的乱序办法不是细目表和种子定的那一种",
                "the order for each candidate is not the one that blueprint and seed make")
        }
    }
}
