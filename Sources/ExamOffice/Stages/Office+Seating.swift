import ExamModel
import ExamSettings
import Foundation
import Ledger
import Registration
import Reports
import TableFile

extension Office {
    /// Gives everybody a seat (`seating`). What was assembled or sealed before rests on the old seats, so it has to be
    /// sealed again.
    ///
    /// - Parameters:
    ///   - roomsFile: A table of rooms; nil for those in exam.yaml.
    ///   - seed: Drawn from the system's generator when nil; noted in the ledger either way.
    func seat(roomsFile: URL?, seed: Seed?) throws(Refusal) -> [Finding] {
        let stage = try begin(.seating)
        try refuseAfterRelease()
        let rooms = try located(rooms(roomsFile), of: folder.readExam(), in: roomsFile ?? folder.examFile)
        guard !rooms.isEmpty else {
            throw Refusal(
                .noRooms, at: Place(file: folder.name(of: folder.examFile)),
                "没有考场：请在 exam.yaml 里写 rooms，或用 --rooms 给出考场表",
                "no rooms: write them into exam.yaml or name a table with --rooms")
        }
        var generator = SystemRandomNumberGenerator()
        let seed = seed ?? Seed.random(using: &generator)
        let (roster, findings) = try Seating(rooms: rooms, seed: seed).seated(try roster())
        try folder.writeResult(rooms, to: folder.rooms)
        try folder.writeResult(roster, to: folder.roster)
        try folder.writeResult(roster.published, to: folder.publishedRoster)
        try stage.record(
            inputs: [roomsFile ?? folder.examFile], outputs: [folder.rooms, folder.roster, folder.publishedRoster],
            note: ["seed": seed.description, "draw": "\(Seating.Draw.second.rawValue)"])
        console.say(
            "\(roster.candidates.count) 人编入 \(rooms.count) 个考场，种子 \(seed)",
            "\(roster.candidates.count) candidates seated in \(rooms.count) room(s), seed \(seed)")
        console.report(findings)
        return findings
    }

    /// Writes what is printed before the exam (`tickets`): tickets, seating charts, the rooms' records. Returns the files.
    func tickets() throws(Refusal) -> [URL] {
        let stage = try begin(.tickets)
        let roster = try roster()
        let rooms = try currentRooms()
        let data = AdmissionData(exam: try folder.readExam(), roster: roster, rooms: rooms)
        var files = try write(data, into: folder.roster.deletingLastPathComponent())
        if console.language == .english {
            let place = folder.roster.deletingLastPathComponent().appending(path: Language.english.rawValue)
            files += try write(data.written(in: .english), into: place)
        }
        try stage.record(inputs: [folder.roster, folder.examFile], outputs: files)
        let unseated = roster.candidates.count { $0.seat == nil }
        if unseated > 0 {
            console.say(
                "注意：\(unseated) 人还没有座位，请先运行 kaochang seating",
                "note: \(unseated) have no seat yet; run kaochang seating")
        }
        for file in files { console.say("  \(folder.name(of: file))", "  \(folder.name(of: file))") }
        return files
    }

    private func write(_ data: AdmissionData, into place: URL) throws(Refusal) -> [URL] {
        try folder.makeFolder(place)
        let file = { (chinese: String, english: String) in
            place.appending(path: Bilingual(chinese, english).text(in: data.language) + ".html")
        }
        let (tickets, charts, records) = (
            file("准考证", "admission-tickets"), file("座次表", "seating-charts"), file("考场情况记录表", "room-records")
        )
        try AdmissionTickets.write(data, to: tickets)
        try SeatingCharts.write(data, to: charts)
        try RoomRecords.write(data, to: records)
        return [tickets, charts, records]
    }

    private func rooms(_ file: URL?) throws(Refusal) -> [ExamRoom] {
        guard let file else { return try ExamRoom.read(folder.examFile) }
        return try RoomTable.rooms(in: try TableFile.read(file), usualColumns: ExamRoom.usualColumns)
    }
}

extension ExamFolder {
    var rooms: URL { url.appending(path: "registration/rooms.json") }
}

extension LedgerAction {
    static let seating = LedgerAction(rawValue: "seating")
    static let tickets = LedgerAction(rawValue: "tickets")
}

extension FindingCode {
    static let noRooms: FindingCode = "NO_ROOMS"
}
