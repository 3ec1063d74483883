import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import ZipFile

/// A small sealed exam in memory: paper, release and one candidate's answers.
struct SealedFiles {
    static let day = Date(timeIntervalSince1970: 1_780_000_000)

    let sample: SealedSample
    let paper: Data
    let release: Data
    let answers: Data
    /// That the paper is revoked.
    let notice: Data
    /// The release as it is typed.
    let text: String

    init() throws {
        sample = try SealedSample(at: Self.day)
        try sample.release(start: Self.day)
        paper = try sample.folder.read("papers/sample.kcp")
        release = try sample.folder.read("papers/sample.kcr")
        answers = try Self.answers(of: sample, ticket: 1)
        notice = try PaperRevocation.data(
            revoking: sample.paper, by: sample.authority[.office], reason: "泄题", at: Self.day)
        let opened = try Release.open(release, named: "paper.kcr", trusting: sample.authority.trust)
        text = try ReleaseText(opened, of: sample.paper).lines.joined(separator: "\n")
    }

    static func answers(of sample: SealedSample, ticket number: Int, changing option: OptionID = "1") throws -> Data {
        let sheet = AnswerSheet(
            exam: sample.paper.exam.id, form: "A", ticket: SealedSample.candidate(number).ticket,
            responses: [Response(item: "i1", options: [option])], ending: .handedIn, seconds: 60,
            journalHead: Digest(of: Data("\(number)".utf8)).description)
        return try AnswerPackage.seal(
            [sheet], of: sample.paper.reference, site: sample.authority[.site],
            grading: sample.authority[.grading].certificate, at: day)
    }

    func openPaper(_ data: Data, trusting trust: Trust? = nil) throws -> String? {
        try Attack.refusal {
            _ = try PaperPackage.open(data, named: "paper.kcp", trusting: trust ?? sample.authority.trust)
        }
    }

    func openRelease(_ data: Data, trusting trust: Trust? = nil) throws -> String? {
        try Attack.refusal {
            let release = try Release.open(data, named: "paper.kcr", trusting: trust ?? sample.authority.trust)
            try sample.paper.checkRelease(release, now: release.document.notBefore)
        }
    }

    func openNotice(_ data: Data) throws -> String? {
        try Attack.refusal {
            _ = try PaperRevocation.open(data, named: "paper.kcx", trusting: sample.authority.trust)
        }
    }

    func openText(_ data: Data, for paper: PaperPackage? = nil) throws -> String? {
        try Attack.refusal { _ = try Release.open(data, named: "typed.txt", for: paper ?? sample.paper) }
    }

    func openAnswers(_ data: Data, trusting trust: Trust? = nil) throws -> String? {
        try Attack.refusal {
            let package = try AnswerPackage.read(
                data, trusting: trust ?? sample.authority.trust, of: sample.paper.reference)
            _ = try package.sheets(grading: sample.authority[.grading])
        }
    }

    /// The archive with one entry exchanged, taken out (nil) or signed by somebody else.
    static func replacing(_ name: String, in archive: Data, with data: Data?) throws -> Data {
        var entries = try ZipArchive.read(archive).entries.map { (name: $0.name, data: $0.data) }
        if let index = entries.firstIndex(where: { $0.name == name }) {
            entries.remove(at: index)
            if let data { entries.insert((name, data), at: index) }
        }
        return try ZipArchive.data(of: entries)
    }

    static func entry(_ name: String, of archive: Data) throws -> Data {
        try ZipArchive.read(archive)[name] ?? Data()
    }
}
