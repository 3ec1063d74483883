import AtomicFile
import CanonicalJSON
import ExamModel
import ExamPackage
import Foundation
import Grading
import Ledger
import Ranking
import Sealing

extension Audit {
    /// Every root in the ledger is that of the receipts collected up to then, and the sheets that were opened are those
    /// that the receipts stand for.
    mutating func receipts() throws(Refusal) -> Bilingual {
        let package = try PaperPackage.open(folder.paper, trusting: trust)
        let part = try? office.gradingPart(of: package)
        let stray = WrongSite(sites: part?.sites, exam: package.manifest.exam)
        var book = ReceiptBook()
        var known: Set<String> = []
        var sheets = 0
        for line in reading.lines where line.action == .answersCollect {
            let fresh = line.outputs.map(\.name).filter { $0.hasPrefix("answers/") && known.insert($0).inserted }
            for answers in open(fresh, of: package, stray) {
                if case .failure(let refusal) = answers.receipts, refusal.has(.fileMissing) { throw refusal }
                book.add(answers.receipts, named: answers.file)
                if case .success(let opened) = answers.sheets { sheets += opened.count }
                endedByHand += EndedSheet.all(in: answers)
                if part != nil { office.known.sheets[answers.file] = answers.received }
            }
            guard book.notes.allSatisfy({ line.note[$0.key] == $0.value }) else {
                throw Self.mismatch(
                    Ledger.fileName, line: line.sequence, "由答卷文件算出的回执根与账本不符：收卷之后有答卷被换过",
                    "the answers do not make the root noted here: some were exchanged after they were collected")
            }
        }
        return Bilingual(
            "\(known.count) 个答卷文件，回执 \(book.entries.count) 份，根 \(book.tree.root)；打开的答卷 \(sheets) 份与回执一致",
            "\(known.count) answer files, \(book.entries.count) receipts, root \(book.tree.root); \(sheets) sheets opened"
        )
    }

    private func open(_ names: [String], of package: PaperPackage, _ stray: WrongSite) -> [OpenedAnswers] {
        names.concurrentMap(
            progress: { office.console.progress(Bilingual("回执", "receipts"), $0, of: names.count) },
            { office.open(folder.url.appending(path: $0), of: package, stray) })
    }

    /// Marking the opened sheets again gives the same scores.
    mutating func scores() throws(Refusal) -> Bilingual {
        let marking = try office.marking(office.account())
        office.known.sheets = [:]
        let graded = marking.graded()
        try refuseOther(
            Digest(of: CanonicalJSON.encode(graded)), than: folder.scores, "重新评分的结果与 scores.json 不同",
            "marking again gives other scores than scores.json")
        if try office.account().digest(of: folder.analysis) != nil {
            try refuseOther(
                Digest(of: CanonicalJSON.encode(marking.study(of: graded).analysis())), than: folder.analysis,
                "重新分析的结果与 analysis/items.json 不同", "analysing again gives other figures than analysis/items.json")
        }
        office.known.graded = graded
        return Bilingual(
            "由原始作答和标准答案重新评分 \(graded.scores.count) 份，逐字节相同；例外 \(graded.exceptions.count) 份，缺考 \(graded.absent.count) 人",
            "\(graded.scores.count) sheets marked again to the same bytes; \(graded.exceptions.count) exceptions, "
                + "\(graded.absent.count) absent")
    }

    /// Ranking again gives the same standings.
    mutating func standings() throws(Refusal) -> Bilingual {
        try refuseOtherRules()
        try refuseOtherRoster()
        let standings = try office.rankedAgain(office.account())
        try refuseOther(
            Digest(of: CanonicalJSON.encode(standings)), than: folder.standings, "重新排名的结果与 standings.json 不同",
            "ranking again gives other standings than standings.json")
        office.known.standings = standings
        return Bilingual(
            "\(standings.teams.count) 支代表队、\(standings.individuals.count) 名考生重新排名，逐字节相同",
            "\(standings.teams.count) teams and \(standings.individuals.count) candidates ranked again to the same bytes"
        )
    }

    /// The rules by which places were given stood fixed when the paper was sealed.
    private func refuseOtherRules() throws(Refusal) {
        guard let seal = lastLine(of: .paperSeal) else { return }
        let name = folder.name(of: folder.rulesFile)
        guard let sealed = seal.inputs.first(where: { $0.name == name }) else {
            throw Self.mismatch(
                Ledger.fileName, line: seal.sequence, "封卷时没有记下排名规则",
                "the seal does not say by which rules places are given")
        }
        try refuseOther(
            sealed.sha256, than: folder.rulesFile, "排名规则在封卷之后改过：名次不是按考前公布的规则排的",
            "the rules changed after the seal: places were not given by the rules fixed before the exam")
    }

    /// Who is in which team stood fixed too.
    private func refuseOtherRoster() throws(Refusal) {
        guard let seal = lastLine(of: .paperSeal), let later = office.rosterChange(after: seal, in: reading.lines)
        else {
            return
        }
        throw Self.mismatch(
            Ledger.fileName, line: later.sequence, "名册在封卷（账本第 \(seal.sequence) 行）之后改过：名次不是按封卷时的名册排的",
            "the roster changed after the seal (line \(seal.sequence)): places were not given to the people and teams of then"
        )
    }

    /// Writing the reports again gives the same files.
    func reports() throws(Refusal) -> Bilingual {
        let line = try line(of: .report, "成绩报告")
        if let later = reading.lines.last(where: { [.rank, .regradeApply].contains($0.action) }),
            later.sequence > line.sequence
        {
            throw Self.mismatch(
                Ledger.fileName, line: line.sequence, "报告出于账本第 \(line.sequence) 行，第 \(later.sequence) 行又重排了名次：请重新出报告",
                "the reports are of line \(line.sequence), and line \(later.sequence) ranked again: make the reports again"
            )
        }
        guard let text = line.note[Office.generatedNote], let time = try? Date(text, strategy: .iso8601) else {
            throw Self.mismatch(
                Ledger.fileName, line: line.sequence, "账本没有记下报告的生成时间，无法重算",
                "the ledger does not say when the reports were made")
        }
        let languages = (line.note[Office.languagesNote] ?? "zh-Hans").split(separator: " ").compactMap {
            Language(rawValue: String($0))
        }
        let written = try office.reportsAgain(at: time, head: line.previousSha256, in: languages)
        for artifact in line.outputs where written[artifact.name] != artifact.sha256 {
            throw Self.mismatch(artifact.name, "重新生成的报告与发布的不同", "made again, this report is another one")
        }
        return Bilingual("重新生成 \(written.count) 份报告，逐字节相同", "\(written.count) reports made again to the same bytes")
    }
}
