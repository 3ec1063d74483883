/// Seats in the order in which one walks past them: numbers inside the text compare as numbers (`1-7` before `1-12`).
struct SeatOrder: Comparable {
    private let parts: [Part]

    private enum Part: Comparable {
        case number(Int)
        case text(String)
    }

    init(_ seat: String) {
        parts = seat.split { $0 == "-" || $0.isWhitespace }.map { Int($0).map(Part.number) ?? .text(String($0)) }
    }

    static func < (left: SeatOrder, right: SeatOrder) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
}
