import ExamModel
import ExamPackage
import Foundation
import Grading
import Ledger
import Reports
import Sealing

extension Office {
    /// Writes the score reports (`report`): csv lists, the workbook, the page. Returns their paths.
    func report() throws(Refusal) -> [URL] {
        let stage = try begin(.report)
        for file in [folder.scores, folder.rulesFile, folder.publishedRoster] {
            guard try stage.account.digest(of: file, under: folder.standings) == digest(of: file) else {
                throw Refusal(
                    .standingsStale, at: Place(file: folder.name(of: file)), "这个文件在排名之后有变动，请先运行 kaochang rank",
                    "this file has changed since the ranking; run kaochang rank")
            }
        }
        let time = Date(timeIntervalSince1970: clock().timeIntervalSince1970.rounded(.down))
        let files = try replaceReports(with: try reportData(at: time, head: stage.account.head))
        try stage.record(
            inputs: [folder.scores, folder.standings], outputs: files,
            note: [Self.generatedNote: time.ISO8601Format()])
        for file in files { console.say("  \(folder.name(of: file))", "  \(folder.name(of: file))") }
        return files
    }

    /// Under which the ledger notes the moment that stands in the reports.
    static let generatedNote = "generated"

    /// What the reports of `time` say, with `head` as the ledger's last line before them.
    private func reportData(at time: Date, head: Digest) throws(Refusal) -> ReportData {
        let package = try sealedPaper()
        let part = try gradingPart(of: package)
        let (roster, rules, graded, standings) = (
            try publishedRoster(), try folder.readRules(), try gradedExam(), try standings()
        )
        return ReportData(
            exam: package.exam, roster: roster, rules: rules, scores: graded.scores, standings: standings,
            figures: Figures(
                scores: graded.scores, items: part.items, roster: roster, rules: rules, standings: standings),
            analysis: try examAnalysis(graded, roster: roster, rules: rules, standings: standings),
            items: part.items, generatedAt: time, verification: try verificationNotes(head: head))
    }

    /// The hashes that the reports of `time` have when they are written again, by the names in the ledger.
    func reportsAgain(at time: Date, head: Digest) throws(Refusal) -> [String: Digest] {
        let scratch = FileManager.default.temporaryDirectory.appending(
            path: "kaochang-reports-\(UUID())", directoryHint: .isDirectory)
        try folder.makeFolder(scratch, permissions: 0o700)
        defer { try? FileManager.default.removeItem(at: scratch) }
        var digests: [String: Digest] = [:]
        for file in try write(try reportData(at: time, head: head), to: scratch) {
            digests[folder.name(of: folder.reports.appending(path: file.lastPathComponent))] = try digest(of: file)
        }
        return digests
    }

    /// Writes the reports beside the old ones and puts them in their place together: there are never some of each.
    private func replaceReports(with data: ReportData) throws(Refusal) -> [URL] {
        let manager = FileManager.default
        let (fresh, old) = (hidden("fresh"), hidden("old"))
        try folder.makeFolder(fresh)
        defer { for url in [fresh, old] { try? manager.removeItem(at: url) } }
        let files = try write(data, to: fresh)
        do {
            if manager.fileExists(atPath: folder.reports.path) { try manager.moveItem(at: folder.reports, to: old) }
            try manager.moveItem(at: fresh, to: folder.reports)
        } catch {
            if manager.fileExists(atPath: old.path) { try? manager.moveItem(at: old, to: folder.reports) }
            throw Refusal(
                .folderUnwritable, at: Place(file: folder.reports.path), "无法写入报告文件夹：\(error.localizedDescription)",
                "the reports folder cannot be written: \(error.localizedDescription)")
        }
        return files.map { folder.reports.appending(path: $0.lastPathComponent) }
    }

    private func hidden(_ name: String) -> URL {
        folder.url.appending(path: ".reports-\(name)-\(UUID())", directoryHint: .isDirectory)
    }

    private func write(_ data: ReportData, to reports: URL) throws(Refusal) -> [URL] {
        let file = { (name: String) in reports.appending(path: name) }
        let (individuals, teams, honours) = (file("个人成绩.csv"), file("团队成绩.csv"), file("称号.csv"))
        let items = file("试题分析.csv")
        let (book, page) = (file("成绩册.xlsx"), file("成绩报告.html"))
        try ScoreLists.writeIndividuals(data, to: individuals)
        try ScoreLists.writeTeams(data, to: teams)
        try ScoreLists.writeHonours(data, to: honours)
        try ScoreLists.writeItems(data, to: items)
        try ScoreBook.write(data, to: book)
        try ScoreReportPage(data).write(to: page)
        let (notice, slips, certificates) = (file("公示名单.html"), file("成绩单.html"), file("荣誉证书.html"))
        try PublicNotice.write(data, to: notice)
        try ScoreSlips.write(data, to: slips)
        try Certificates.write(data, to: certificates)
        return [individuals, teams, honours, items, book, page, notice, slips, certificates]
    }

    private func verificationNotes(head: Digest) throws(Refusal) -> [VerificationNote] {
        [
            .sentence("本页由成绩、排名两份结果生成，可用下列散列值（SHA-256）核对。"),
            .value(label: "成绩 scores.json", try digest(of: folder.scores).description),
            .value(label: "排名 standings.json", try digest(of: folder.standings).description),
            .value(label: "账本末行", head.description),
            .value(label: "试卷包 paper.kcp", try digest(of: folder.paper).description),
        ]
    }
}

extension FindingCode {
    static let standingsStale: FindingCode = "STANDINGS_STALE"
}
