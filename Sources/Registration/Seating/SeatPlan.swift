import ExamModel

/// Who sits where while seats are being given: the places of all rooms in one row.
struct SeatPlan {
    private struct Place {
        let room: Int
        let index: Int
    }

    /// How often a candidate is moved before the teams are left as they are.
    private static let mostMoves = 200

    private let rooms: [ExamRoom]
    private let candidates: [Candidate]
    private let places: [Place]
    /// For each place the candidate there.
    private var people: [Int?]
    /// Where each room's places begin.
    private let starts: [Int]

    /// - Parameter order: Candidates by their positions, in the order in which the seats are filled: every room by its
    ///   share of the seats.
    init(rooms: [ExamRoom], order: [Int], candidates: [Candidate]) {
        self.rooms = rooms
        self.candidates = candidates
        places = rooms.indices.flatMap { room in (0..<rooms[room].seats).map { Place(room: room, index: $0) } }
        starts = rooms.indices.map { index in rooms[..<index].reduce(0) { $0 + $1.seats } }
        people = [Int?](repeating: nil, count: places.count)
        let shares = Self.shares(of: order.count, rooms)
        var next = 0
        for (room, share) in shares.enumerated() {
            for index in 0..<share {
                people[starts[room] + index] = order[next]
                next += 1
            }
        }
    }

    /// How many candidates each room takes: in proportion to its seats, largest remainders first.
    private static func shares(of count: Int, _ rooms: [ExamRoom]) -> [Int] {
        let seats = rooms.reduce(0) { $0 + $1.seats }
        guard seats > 0 else { return rooms.map { _ in 0 } }
        var shares = rooms.map { count * $0.seats / seats }
        let byRemainder = rooms.indices.sorted { first, second in
            let (left, right) = (count * rooms[first].seats % seats, count * rooms[second].seats % seats)
            return left == right ? first < second : left > right
        }
        for room in byRemainder.prefix(count - shares.reduce(0, +)) { shares[room] += 1 }
        return shares
    }

    /// For each candidate the seat's number.
    var seats: [String?] {
        var seats = [String?](repeating: nil, count: candidates.count)
        for (place, person) in zip(places, people) {
            if let person { seats[person] = rooms[place.room].seat(at: place.index) }
        }
        return seats
    }

    /// Pairs of one team who sit side by side or one in front of the other.
    func neighbours() -> [(Int, Int)] {
        places.indices.flatMap { place -> [(Int, Int)] in
            guard let person = people[place] else { return [] }
            return around(place).filter { $0 > place }.compactMap { other in
                people[other].flatMap { candidates[$0].team == candidates[person].team ? (person, $0) : nil }
            }
        }
    }

    /// Moves people who sit beside their own team to where nobody of it is, by changing places with somebody drawn.
    mutating func partTeams(_ generator: inout SeededGenerator) {
        for place in places.indices where hasTeammate(at: place) {
            for _ in 0..<Self.mostMoves {
                let other = generator.below(places.count)
                // A free seat of another room would upset how many each room takes.
                guard other != place, people[other] != nil || places[other].room == places[place].room else { continue }
                let before = [place, other].count { hasTeammate(at: $0) }
                people.swapAt(place, other)
                if [place, other].count(where: { hasTeammate(at: $0) }) < before { break }
                people.swapAt(place, other)
            }
        }
    }

    private func hasTeammate(at place: Int) -> Bool {
        guard let person = people[place] else { return false }
        return around(place).contains { other in
            people[other].map { candidates[$0].team == candidates[person].team } ?? false
        }
    }

    /// The places beside, in front of and behind a place.
    private func around(_ place: Int) -> [Int] {
        let (room, index) = (rooms[places[place].room], places[place].index)
        var near: [Int] = []
        if index % room.columns > 0 { near.append(place - 1) }
        if index % room.columns < room.columns - 1, index + 1 < room.seats { near.append(place + 1) }
        if index >= room.columns { near.append(place - room.columns) }
        if index + room.columns < room.seats { near.append(place + room.columns) }
        return near
    }
}
