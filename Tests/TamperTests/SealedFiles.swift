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

    init() throws {
        sample = try SealedSample(at: Self.day)
        try sample.release(start: Self.day)
        paper = try sample.folder.read("papers/sample.kcp")
        release = try sample.folder.read("papers/sample.kcr")
        answers = try Self.answers(of: sample, ticket: 1)
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
