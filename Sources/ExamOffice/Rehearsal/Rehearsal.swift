import ExamModel
import Foundation
import Sealing

/// A dress rehearsal (演练): a whole exam in a folder of its own, every stage by the code that the real exam uses, and
/// simulated candidates through the terminal's own code against the site's own server.
struct Rehearsal: Sendable {
    /// Marks a folder as a rehearsal's, which a later rehearsal may replace.
    private static let marker = "REHEARSAL"

    /// The exam folder whose settings and rosters are rehearsed. Nothing is written there.
    let source: URL
    /// When empty, the source's own bank is used.
    let bankFiles: [URL]
    let target: URL
    let seed: Seed
    /// Whether everybody sits at a machine of its own, without a site's server.
    let isAtDesks: Bool

    /// Runs every stage. The session is set back so far that it has ended now, and no seal bears a future date.
    func run(_ console: Console, now: Date = Date()) throws(Refusal) -> Standings {
        let folder = try prepare()
        let exam = try folder.readExam()
        let start = Date(
            timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down) - Double(exam.session.minutes + 30) * 60)
        let before = Office(folder: folder, console: console, clock: { start.addingTimeInterval(-600) })
        console.say("演练：\(exam.title)", "rehearsal: \(exam.title)")
        console.say("〔一〕命题与考务", "1. preparation")
        _ = try before.initKeys(generatingPassphrases: true)
        if bankFiles.isEmpty {
            try before.copyBank(from: ExamFolder(source).bank)
        } else {
            _ = try before.importBank(bankFiles, ImportChoices(acceptsPartial: true))
        }
        for roster in try rosterFiles() { _ = try before.importRoster(roster) }
        for role in Draw.roles {
            let secret = Digest(of: Data("\(seed) \(role.rawValue)".utf8))
            _ = try before.commitDraw(by: role, secret: secret.description)
        }
        _ = try before.freezeDraw()
        _ = try before.assemble(seed: nil)
        _ = try before.seal()
        _ = try before.verifyPaper()
        _ = try before.release(at: start)
        console.say("〔二〕考试", "2. the exam")
        let session = try SimulatedSession(office: before, seed: seed)
        let answers = try isAtDesks ? session.sitAtDesks(console) : session.sitAtSites(console)
        console.say("〔三〕收卷、阅卷、排名", "3. marking and ranking")
        let after = Office(folder: folder, console: console, keys: before.keys, clock: { now })
        _ = try after.collect(answers)
        _ = try after.grade()
        let standings = try after.rank()
        after.say(standings)
        console.say("〔四〕成绩报告（\(folder.url.path)）", "4. reports (\(folder.url.path))")
        _ = try after.report()
        return standings
    }

    /// A fresh folder with the source's files, in place of an earlier rehearsal.
    private func prepare() throws(Refusal) -> ExamFolder {
        let manager = FileManager.default
        let original = try ExamFolder.named(source.path)
        guard !(original.url.path + "/").hasPrefix(ExamFolder(target).url.path + "/") else {
            throw Refusal(
                .folderInUse, at: Place(file: target.path), "演练不能写在要演练的考试文件夹上，请换一个 --into",
                "a rehearsal cannot take the place of the exam it rehearses; choose another --into")
        }
        _ = try original.readExam()
        _ = try original.readRules()
        let mark = target.appending(path: Self.marker)
        if manager.fileExists(atPath: target.path), !manager.fileExists(atPath: mark.path) {
            throw Refusal(
                .folderInUse, at: Place(file: target.path), "这个文件夹已存在，且不是以前的演练；请换一个 --into，或先移走它",
                "the folder is there and no earlier rehearsal; choose another --into or move it away")
        }
        do {
            if manager.fileExists(atPath: target.path) { try manager.removeItem(at: target) }
            try manager.createDirectory(at: target, withIntermediateDirectories: true)
            try Data().write(to: mark)
            for file in try files() {
                try manager.copyItem(at: file, to: target.appending(path: file.lastPathComponent))
            }
        } catch {
            throw Refusal(
                .folderUnwritable, at: Place(file: target.path), "无法建立演练文件夹：\(error.localizedDescription)",
                "the rehearsal's folder cannot be made: \(error.localizedDescription)")
        }
        return ExamFolder(target)
    }

    private func files() throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: source, includingPropertiesForKeys: nil)
            .filter { ["yaml", "csv", "xlsx"].contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// `roster.csv`, then further rosters such as `roster-replacements.csv`.
    private func rosterFiles() throws(Refusal) -> [URL] {
        let found = (try? files())?.filter { $0.lastPathComponent.hasPrefix("roster") } ?? []
        return found.sorted { $0.lastPathComponent.count < $1.lastPathComponent.count }.map {
            target.appending(path: $0.lastPathComponent)
        }
    }
}

extension FindingCode {
    static let folderInUse: FindingCode = "FOLDER_IN_USE"
}
