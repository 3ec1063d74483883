import ExamModel
import Foundation
import Ledger
import Registration
import TableFile

extension Office {
    /// Takes a roster file in (`roster import`): those who may not take part and rows with faults are refused and
    /// reported, the others are added.
    func importRoster(_ file: URL) throws(Refusal) -> [Finding] {
        let stage = try begin(.rosterImport)
        try refuseAfterRelease()
        let exam = try folder.readExam()
        let rules = try folder.readRules()
        var intake = RosterImport(into: try rosterSoFar(), barred: try barredList(of: exam), teamSize: rules.teamSize)
        try intake.add(try TableFile.read(file))
        try folder.writeResult(intake.roster, to: folder.roster)
        try folder.writeResult(intake.roster.published, to: folder.publishedRoster)
        try stage.record(
            inputs: [file] + exam.barredLists.map { folder.url.appending(path: $0) },
            outputs: [folder.roster, folder.publishedRoster],
            note: ["added": "\(intake.added)", "refused": "\(intake.findings.count)"])
        console.say(
            "新增 \(intake.added) 人，退回 \(intake.findings.count) 处；现有考生 \(intake.roster.candidates.count) 人、\(intake.roster.teams.count) 队",
            "\(intake.added) added, \(intake.findings.count) refused; now \(intake.roster.candidates.count) candidates "
                + "in \(intake.roster.teams.count) teams")
        console.report(intake.findings)
        return intake.findings
    }

    /// People on the roster who may not take part: put on a list after they were taken in.
    func barredCandidates() throws(Refusal) -> [Finding] {
        try barredList(of: try folder.readExam()).findings(in: try roster(), file: folder.name(of: folder.roster))
    }

    private func barredList(of exam: Exam) throws(Refusal) -> BarredList {
        var barred = BarredList()
        for name in exam.barredLists { try barred.add(try TableFile.read(folder.url.appending(path: name))) }
        return barred
    }

    /// Their tickets.
    func barredOnRoster() throws(Refusal) -> [TicketNumber] {
        let barred = try barredList(of: try folder.readExam())
        return try roster().candidates.filter { barred.finding(on: $0, at: Place()) != nil }.map(\.ticket)
    }

    /// The first line after `seal` that changed the roster.
    func rosterChange(after seal: LedgerLine, in lines: [LedgerLine]) -> LedgerLine? {
        let names = [folder.roster, folder.publishedRoster].map(folder.name(of:))
        return lines.first { line in
            line.sequence > seal.sequence && line.outputs.contains { names.contains($0.name) }
        }
    }

    func roster() throws(Refusal) -> Roster {
        try result(Roster.self, at: folder.roster, madeBy: "roster import")
    }

    /// The roster with the identity numbers masked.
    func publishedRoster() throws(Refusal) -> Roster {
        try result(Roster.self, at: folder.publishedRoster, madeBy: "roster import")
    }

    private func rosterSoFar() throws(Refusal) -> Roster {
        guard FileManager.default.fileExists(atPath: folder.roster.path) else {
            return Roster(teams: [], candidates: [])
        }
        return try roster()
    }
}
