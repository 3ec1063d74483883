import AtomicFile
package import ExamModel
import ExamPackage
package import Foundation
package import Sitting

/// One machine of a site: the paper, where its release will appear, and where answers are kept.
package final class ExamDesk {
    package enum Look: Sendable {
        /// No release file yet.
        case sealed
        case startsIn(SessionTime)
        case open(ReleasedPaper)
    }

    package let paper: SitePaper
    private let release: URL
    /// Journals and sealed answers, a file a candidate each.
    package let answers: URL
    private var released: ReleasedPaper?
    var attempts = LoginAttempts()
    var hasFailed = false
    /// Who is logged in.
    var candidate: SeatAssignment?

    /// Makes the folder of answers where there is none.
    package init(paper: SitePaper, release: URL, answers: URL) throws(Refusal) {
        self.paper = paper
        self.release = release
        self.answers = answers
        do {
            try FileManager.default.createDirectory(at: answers, withIntermediateDirectories: true)
        } catch {
            throw Refusal(
                .answersFolder, at: Place(file: answers.path), "无法建立存放答卷的文件夹，请检查权限和磁盘",
                "the folder for the answers cannot be made; check permissions and the disk")
        }
    }

    /// Whether the release is there and the start has come. The forms are decrypted only then.
    package func find(at reading: ClockReading) throws(Refusal) -> Look {
        if let released { return .open(released) }
        guard FileManager.default.fileExists(atPath: release.path) else { return .sealed }
        try paper.package.refuseRevoked(by: release.deletingPathExtension().appendingPathExtension("kcx"))
        let found = try Release.open(release, for: paper.package)
        let start = max(found.session.start, found.document.notBefore)
        let time = SessionTime(since: start, wallMilliseconds: reading.wallMilliseconds)
        guard time >= .zero else { return .startsIn(.zero - time) }
        let opened = try ReleasedPaper(paper, release: found, now: reading.date)
        released = opened
        return .open(opened)
    }

    package func hasJournal(of candidate: SeatAssignment) -> Bool {
        FileManager.default.fileExists(atPath: journal(of: candidate.ticket).path)
    }

    func seal(_ sheet: AnswerSheet, at reading: ClockReading) throws(Refusal) {
        let bytes = try AnswerPackage.seal(
            [sheet], of: paper.package.reference, site: paper.site, grading: paper.grading, at: reading.date)
        try AtomicFile.write(bytes, to: sealedAnswers(of: sheet.ticket))
    }

    func isSealed(_ ticket: TicketNumber) -> Bool {
        FileManager.default.fileExists(atPath: sealedAnswers(of: ticket).path)
    }

    func journal(of ticket: TicketNumber) -> URL { answers.appending(path: "\(ticket).kcj") }

    func sealedAnswers(of ticket: TicketNumber) -> URL { answers.appending(path: "\(ticket).kca") }
}

extension FindingCode {
    package static let answersFolder: FindingCode = "ANSWERS_FOLDER"
}
