import ExamModel

/// Who can see whose paper: the seats beside, in front and behind; where the room's plan is not known, the seats before
/// and after.
struct SeatNeighbours {
    /// For each seat the indices of its neighbours.
    let indices: [[Int]]

    /// - Parameter seats: in the order in which one walks past them.
    init(_ seats: [String], rooms: [ExamRoom]) {
        let columns = Dictionary(rooms.map { ($0.name, $0.columns) }, uniquingKeysWith: { first, _ in first })
        let places = seats.map { Place($0) }
        let indexOf = Dictionary(
            places.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var found = Array(repeating: Set<Int>(), count: seats.count)
        for (seat, place) in places.enumerated() {
            var others: [Int] = []
            if let number = place.number, let columns = columns[place.room], columns > 0 {
                let isFirst = (number - 1) % columns == 0
                let near = (isFirst ? [] : [number - 1]) + [number - columns]
                others = near.compactMap { indexOf[Place(room: place.room, number: $0)] }
            } else if seat > 0 {
                others = [seat - 1]
            }
            for other in others where other != seat {
                found[seat].insert(other)
                found[other].insert(seat)
            }
        }
        indices = found.map { $0.sorted() }
    }

    /// `3-07`: room `3`, seat 7.
    private struct Place: Hashable {
        let room: String
        let number: Int?

        init(room: String, number: Int) {
            self.room = room
            self.number = number
        }

        init(_ seat: String) {
            let parts = seat.split(separator: "-")
            number = parts.last.flatMap { Int($0) }
            room = parts.dropLast().joined(separator: "-")
        }
    }
}
