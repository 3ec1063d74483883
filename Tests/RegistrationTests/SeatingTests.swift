import ExamModel
import Testing

@testable import Registration

struct SeatingTests {
    private static func roster(teams: Int, size: Int) throws -> Roster {
        let identity = try #require(IdentityNumber(text: "11010519491231002X"))
        let names = (1...teams).map { TeamID("队\($0)") }
        return Roster(
            teams: names.map { Team(id: $0, city: "某市") },
            candidates: names.enumerated().flatMap { index, team in
                (1...size).map { member in
                    Candidate(
                        ticket: TicketNumber("\(index)-\(member)"), name: "考生", identity: identity, team: team,
                        unit: "某单位", role: .regular, seat: nil)
                }
            })
    }

    private static func rooms(_ sizes: Int..., columns: Int = 6) -> [ExamRoom] {
        sizes.enumerated().map { ExamRoom(name: "\($0 + 1)", seats: $1, columns: columns) }
    }

    /// Whether two of a team sit side by side or one in front of the other, judged from the seats' numbers alone.
    private static func together(_ roster: Roster, columns: Int) -> Int {
        var places: [String: (team: TeamID, room: Substring, index: Int)] = [:]
        for candidate in roster.candidates {
            let parts = (candidate.seat ?? "").split(separator: "-")
            places[candidate.seat ?? ""] = (candidate.team, parts[0], (Int(parts[1]) ?? 0) - 1)
        }
        let all = Array(places.values)
        return all.indices.reduce(0) { sum, first in
            sum
                + all.indices.dropFirst(first + 1).count { second in
                    guard all[first].team == all[second].team, all[first].room == all[second].room else { return false }
                    let (low, high) = (
                        min(all[first].index, all[second].index), max(all[first].index, all[second].index)
                    )
                    return high - low == columns || (high - low == 1 && high % columns != 0)
                }
        }
    }

    @Test(arguments: ["1", "2", "3", "abc", "20200620"])
    func everybodyHasASeatOfTheirOwnAndTeamsAreApart(_ text: String) throws {
        let seed = try #require(Seed(text: text))
        let roster = try Self.roster(teams: 63, size: 4)
        let (seated, findings) = try Seating(rooms: Self.rooms(60, 60, 60, 60, 30), seed: seed).seated(roster)
        let seats = seated.candidates.compactMap(\.seat)
        #expect(seats.count == 252 && Set(seats).count == 252, "seed \(text)")
        #expect(findings.isEmpty && Self.together(seated, columns: 6) == 0, "seed \(text)")
        #expect(seated.candidates.map(\.ticket) == roster.candidates.map(\.ticket))
        // By their shares of 270 seats: 56 in each of the large rooms, 28 in the small one.
        let rooms = Dictionary(grouping: seats) { $0.split(separator: "-")[0] }.mapValues(\.count)
        #expect(rooms == ["1": 56, "2": 56, "3": 56, "4": 56, "5": 28])
    }

    @Test func theSeedDecides() throws {
        let roster = try Self.roster(teams: 10, size: 4)
        let (first, second) = (try #require(Seed(text: "1")), try #require(Seed(text: "2")))
        let rooms = Self.rooms(50)
        #expect(
            try Seating(rooms: rooms, seed: first).seated(roster).roster
                == Seating(rooms: rooms, seed: first).seated(roster).roster)
        #expect(
            try Seating(rooms: rooms, seed: first).seated(roster).roster
                != Seating(rooms: rooms, seed: second).seated(roster).roster)
    }

    /// The way of drawing that exams before this one rest on may never change.
    @Test func oldSeatsCanBeDrawnAgain() throws {
        let roster = try Self.roster(teams: 3, size: 3)
        let seed = try #require(Seed(text: "20200620"))
        let old = try Seating(rooms: Self.rooms(9), seed: seed, draw: .first).seated(roster).roster
        #expect(
            old.candidates.compactMap(\.seat) == [
                "1-06", "1-08", "1-03", "1-04", "1-02", "1-07", "1-09", "1-01", "1-05",
            ])
    }

    /// With the first way of drawing the first team was dealt out in one and the same order whatever a short seed was.
    @Test func shortSeedsPutTheFirstTeamAnywhere() throws {
        let roster = try Self.roster(teams: 12, size: 3)
        var dealtFirst: [String: Int] = [:]
        for number in 1...60 {
            let seed = try #require(Seed(text: "\(number)"))
            let own = try Seating(rooms: Self.rooms(36), seed: seed).seated(roster).roster.candidates.prefix(3)
            let first = own.min { Self.number($0) < Self.number($1) }
            dealtFirst[first?.ticket.text ?? "", default: 0] += 1
        }
        #expect(dealtFirst.count == 3 && dealtFirst.values.allSatisfy { $0 > 8 }, "\(dealtFirst)")
    }

    private static func number(_ candidate: Candidate) -> Int {
        candidate.seat.flatMap { $0.split(separator: "-").last }.flatMap { Int($0) } ?? 0
    }

    @Test func whatCannotBePartedIsSaid() throws {
        let seed = try #require(Seed(text: "1"))
        let roster = try Self.roster(teams: 1, size: 4)
        let findings = try Seating(rooms: Self.rooms(4), seed: seed).seated(roster).findings
        #expect(findings.map(\.code) == [.teamTogether])
    }

    @Test func tooFewSeatsAreRefused() throws {
        let seed = try #require(Seed(text: "1"))
        let roster = try Self.roster(teams: 3, size: 4)
        let refusal = #expect(throws: Refusal.self) { try Seating(rooms: Self.rooms(6, 5), seed: seed).seated(roster) }
        #expect(refusal?.has(.tooFewSeats) == true)
    }
}
