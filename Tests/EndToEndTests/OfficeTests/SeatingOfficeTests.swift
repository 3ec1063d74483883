import ExamTestSupport
import Foundation
import Testing

/// `kaochang seating` and `kaochang tickets` in a real exam folder.
struct SeatingOfficeTests {
    private struct Candidate: Decodable {
        let seat: String?
    }

    private struct Roster: Decodable {
        let candidates: [Candidate]
    }

    private func folder() throws -> OfficeFolder {
        let folder = try OfficeFolder()
        #expect(try folder.kaochang("keys", "init").status == 0)
        _ = try folder.kaochang("roster", "import", "roster.csv")
        return folder
    }

    private func seats(_ folder: OfficeFolder) throws -> [String] {
        let data = try folder.temporary.read("registration/roster.json")
        return try JSONDecoder().decode(Roster.self, from: data).candidates.compactMap(\.seat)
    }

    @Test func seatsAreDrawnAgainFromTheirSeed() throws {
        let folder = try folder()
        try folder.temporary.write(Data("考场,座位数,列数\r\n1,100,10\r\n2,160,10\r\n".utf8), as: "rooms.csv")
        let run = try folder.kaochang("seating", "--rooms", "rooms.csv", "--seed", "2020")
        #expect(run.status == 0, "\(run.errors)")
        let first = try seats(folder)
        #expect(first.count > 200 && Set(first).count == first.count)
        #expect(first.allSatisfy { $0.hasPrefix("1-") || $0.hasPrefix("2-") })
        #expect(try folder.kaochang("seating", "--rooms", "rooms.csv", "--seed", "2020").status == 0)
        #expect(try seats(folder) == first)
        let tickets = try folder.kaochang("tickets")
        #expect(tickets.status == 0, "\(tickets.errors)")
        let page = String(decoding: try folder.temporary.read("registration/准考证.html"), as: UTF8.self)
        #expect(page.contains("第 2 考场"))
        for name in ["座次表", "考场情况记录表"] {
            #expect(!(try folder.temporary.read("registration/\(name).html")).isEmpty)
        }
    }

    @Test func roomsInTheSettingsAndTooFewOfThem() throws {
        let folder = try folder()
        let none = try folder.kaochang("seating")
        #expect(none.status == 1 && none.errors.contains("NO_ROOMS"), "\(none.errors)")
        try folder.edit("exam.yaml", "room-rules:", "rooms:\n  - { name: 1, seats: 20 }\nroom-rules:")
        let before = try folder.contents()
        let few = try folder.kaochang("seating")
        #expect(few.status == 1 && few.errors.contains("TOO_FEW_SEATS"), "\(few.errors)")
        #expect(try folder.contents() == before)
        try folder.edit("exam.yaml", "seats: 20", "seats: 400")
        #expect(try folder.kaochang("seating").status == 0)
    }
}
