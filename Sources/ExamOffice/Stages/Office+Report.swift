import ExamModel
import ExamPackage
import Foundation
import Grading
import Ledger
import Reports
import Sealing

extension Office {
    /// Writes the score reports (`report`): csv lists, the workbook, the page, what is printed; where the office works in
    /// English, in English beside them. Returns their paths.
    func report() throws(Refusal) -> [URL] {
        let stage = try begin(.report)
        return try during(stage).report(in: stage)
    }

    private func report(in stage: Stage) throws(Refusal) -> [URL] {
        let standings = try standings()
        let rules = try folder.readRules()
        for file in try rankingInputs(rules) {
            guard try stage.account.digest(of: file, under: folder.standings) == digest(of: file) else {
                throw Refusal(
                    .standingsStale, at: Place(file: folder.name(of: file)), "这个文件在排名之后有变动，请先运行 kaochang rank",
                    "this file has changed since the ranking; run kaochang rank")
            }
        }
        let time = Date(timeIntervalSince1970: clock().timeIntervalSince1970.rounded(.down))
        let languages: [Language] = console.language == .english ? [.chinese, .english] : [.chinese]
        let data = try reportData(rules, standings, at: time, head: stage.account.head)
        let files = try replaceReports(with: data, in: languages)
        let scores = rules.usesWrittenExam ? [folder.scores] : []
        try stage.record(
            inputs: scores + [folder.standings], outputs: files,
            note: [
                Self.generatedNote: time.ISO8601Format(),
                Self.languagesNote: languages.map(\.rawValue).joined(separator: " "),
            ])
        for file in files { console.say("  \(folder.name(of: file))", "  \(folder.name(of: file))") }
        return files
    }

    /// Under which the ledger notes the moment that stands in the reports, and their languages.
    static let generatedNote = "generated"
    static let languagesNote = "languages"

    /// The hashes that the reports of `time` have when they are written again, by the names in the ledger.
    func reportsAgain(at time: Date, head: Digest, in languages: [Language]) throws(Refusal) -> [String: Digest] {
        let scratch = FileManager.default.temporaryDirectory.appending(
            path: "kaochang-reports-\(UUID())", directoryHint: .isDirectory)
        try folder.makeFolder(scratch, permissions: 0o700)
        defer { try? FileManager.default.removeItem(at: scratch) }
        var digests: [String: Digest] = [:]
        let data = try reportData(try folder.readRules(), try standings(), at: time, head: head)
        for name in try write(data, to: scratch, in: languages) {
            digests[folder.name(of: folder.reports.appending(path: name))] = try digest(
                of: scratch.appending(path: name))
        }
        return digests
    }

    /// Writes the reports beside the old ones and puts them in their place together: there are never some of each.
    private func replaceReports(with data: ReportData, in languages: [Language]) throws(Refusal) -> [URL] {
        let manager = FileManager.default
        let (fresh, old) = (hidden("fresh"), hidden("old"))
        try folder.makeFolder(fresh)
        defer { for url in [fresh, old] { try? manager.removeItem(at: url) } }
        let names = try write(data, to: fresh, in: languages)
        do {
            if manager.fileExists(atPath: folder.reports.path) { try manager.moveItem(at: folder.reports, to: old) }
            try manager.moveItem(at: fresh, to: folder.reports)
        } catch {
            if manager.fileExists(atPath: old.path) { try? manager.moveItem(at: old, to: folder.reports) }
            throw Refusal(
                .folderUnwritable, at: Place(file: folder.reports.path), "无法写入报告文件夹：\(error.localizedDescription)",
                "the reports folder cannot be written: \(error.localizedDescription)")
        }
        return names.map { folder.reports.appending(path: $0) }
    }

    private func hidden(_ name: String) -> URL {
        folder.url.appending(path: ".reports-\(name)-\(UUID())", directoryHint: .isDirectory)
    }

    /// Writes the reports into `folder`, those in English into `en` there. Returns their names.
    private func write(
        _ data: ReportData, to reports: URL, in languages: [Language]
    ) throws(Refusal) -> [String] {
        var names: [String] = []
        for language in languages {
            let prefix = language == .chinese ? "" : language.rawValue + "/"
            try folder.makeFolder(reports.appending(path: prefix))
            let written = data.written(in: language)
            let results = Self.reports.concurrentMap { report -> Result<String, Refusal> in
                let name = prefix + report.name.text(in: language)
                return Result { () throws(Refusal) in
                    try report.write(written, reports.appending(path: name))
                    return name
                }
            }
            for result in results { names.append(try result.get()) }
        }
        return names
    }

    private struct ReportFile: Sendable {
        let name: Bilingual
        let write: @Sendable (ReportData, URL) throws(Refusal) -> Void

        init(
            _ chinese: String, _ english: String, write: @escaping @Sendable (ReportData, URL) throws(Refusal) -> Void
        ) {
            name = Bilingual(chinese, english)
            self.write = write
        }
    }

    private static let reports: [ReportFile] = [
        ReportFile("个人成绩.csv", "individuals.csv", write: ScoreLists.writeIndividuals),
        ReportFile("团队成绩.csv", "teams.csv", write: ScoreLists.writeTeams),
        ReportFile("称号.csv", "honours.csv", write: ScoreLists.writeHonours),
        ReportFile("试题分析.csv", "items.csv", write: ScoreLists.writeItems),
        ReportFile("成绩册.xlsx", "score-book.xlsx", write: ScoreBook.write),
        ReportFile("成绩报告.html", "score-report.html") { data, url throws(Refusal) in
            try ScoreReportPage(data).write(to: url)
        },
        ReportFile("公示名单.html", "public-notice.html", write: PublicNotice.write),
        ReportFile("成绩单.html", "score-slips.html", write: ScoreSlips.write),
        ReportFile("荣誉证书.html", "certificates.html", write: Certificates.write),
    ]
}

extension FindingCode {
    static let standingsStale: FindingCode = "STANDINGS_STALE"
}
