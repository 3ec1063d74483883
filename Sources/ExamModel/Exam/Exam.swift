package import Foundation

/// An examination (考试) as `exam.yaml` states it.
package struct Exam: Hashable, Sendable, Codable, Identifiable {
    package let id: ExamID
    package let title: String
    package let session: Session
    /// The rules of the room (考场规则), a sentence a line, shown before the start.
    package let roomRules: [String]
    /// Names of the files beside `exam.yaml` that list who may not take part.
    package let barredLists: [String]
    /// The sites (考点), when there are several or they are named; empty for the one site of a small exam.
    package let sites: [Station]
    /// The classes of terminals (考试终端), in the same way.
    package let terminalClasses: [Station]

    package init(
        id: ExamID, title: String, session: Session, roomRules: [String], barredLists: [String] = [],
        sites: [Station] = [], terminalClasses: [Station] = []
    ) {
        self.id = id
        self.title = title
        self.session = session
        self.roomRules = roomRules
        self.barredLists = barredLists
        self.sites = sites
        self.terminalClasses = terminalClasses
    }
}

/// When an exam is sat (场次).
package struct Session: Hashable, Sendable, Codable {
    package let name: String
    /// T0: the moment of release, when the time begins to run for everybody.
    package let start: Date
    /// Length in minutes.
    package let minutes: Int
    /// A candidate may begin until this many minutes after the start. The time lost is not given back.
    package let latestStartMinutes: Int
    /// Nobody may hand in before this many minutes after the start.
    package let earliestHandInMinutes: Int
    /// Candidates may log in from so many minutes before the start; nil: at any time.
    package let earliestLoginMinutes: Int?
    /// Answers that were given in time and arrive late (a terminal was cut off) are taken in until so many minutes
    /// after the candidate's time was up; nil: as long as the site's server runs.
    package let graceMinutes: Int?

    package init(
        name: String, start: Date, minutes: Int, latestStartMinutes: Int, earliestHandInMinutes: Int,
        earliestLoginMinutes: Int? = nil, graceMinutes: Int? = nil
    ) {
        self.name = name
        self.start = start
        self.minutes = minutes
        self.latestStartMinutes = latestStartMinutes
        self.earliestHandInMinutes = earliestHandInMinutes
        self.earliestLoginMinutes = earliestLoginMinutes
        self.graceMinutes = graceMinutes
    }

    package var end: Date { start.addingTimeInterval(TimeInterval(minutes * 60)) }

    /// The same session with another T0.
    package func starting(at start: Date) -> Session {
        Session(
            name: name, start: start, minutes: minutes, latestStartMinutes: latestStartMinutes,
            earliestHandInMinutes: earliestHandInMinutes, earliestLoginMinutes: earliestLoginMinutes,
            graceMinutes: graceMinutes)
    }
}
