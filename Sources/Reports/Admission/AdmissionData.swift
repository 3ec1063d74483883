package import ExamModel

/// Everything that admission tickets and the papers of the rooms show.
package struct AdmissionData: Sendable {
    /// One room and who sits in it, in the order of the seats. Rooms are in the order in which they were given.
    struct Room {
        let name: String
        let candidates: [Candidate]
        /// How many seats stand side by side; nil when nobody said.
        let columns: Int?
    }

    let exam: Exam
    let roster: Roster
    let rooms: [Room]
    package private(set) var language: Language

    /// - Parameters:
    ///   - rooms: What is known of the rooms; a seat `3-07` is in room 3, a seat without a hyphen in the only room.
    package init(exam: Exam, roster: Roster, rooms: [ExamRoom], language: Language = .chinese) {
        self.language = language
        self.exam = exam
        self.roster = roster
        let columns = Dictionary(rooms.map { ($0.name, $0.columns) }) { first, _ in first }
        let given = Dictionary(rooms.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let seated = roster.candidates.filter { $0.seat != nil }
        let byRoom = Dictionary(grouping: seated) { Self.parts(of: $0.seat ?? "").room }
        let inOrder = byRoom.sorted { first, second in
            let (left, right) = (given[first.key] ?? rooms.count, given[second.key] ?? rooms.count)
            return left == right ? Self.order(first.key, before: second.key) : left < right
        }
        self.rooms = inOrder.map { name, people in
            Room(
                name: name,
                candidates: people.sorted {
                    let (first, second) = (Self.parts(of: $0.seat ?? "").seat, Self.parts(of: $1.seat ?? "").seat)
                    return Self.order(first, before: second)
                }, columns: columns[name])
        }
    }

    static func parts(of seat: String) -> (room: String, seat: String) {
        guard let hyphen = seat.lastIndex(of: "-") else { return ("1", seat) }
        return (String(seat[..<hyphen]), String(seat[seat.index(after: hyphen)...]))
    }

    /// Numbers by their size, other names after them.
    private static func order(_ first: String, before second: String) -> Bool {
        switch (Int(first), Int(second)) {
        case (let left?, let right?): left < right
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): first < second
        }
    }

    /// The same in another language.
    package func written(in language: Language) -> AdmissionData {
        var data = self
        data.language = language
        return data
    }

    func say(_ chinese: String, _ english: String) -> String { language.say(chinese, english) }

    /// A number is called a room; a name stands as it was given.
    func title(ofRoom name: String) -> String {
        Int(name) == nil ? name : say("第 \(name) 考场", "Room \(name)")
    }

    var day: String { BeijingTime.day(exam.session.start, in: language) }

    var time: String { "\(BeijingTime.clock(exam.session.start))–\(BeijingTime.clock(exam.session.end))" }
}
