import ExamModel

/// Contestants in order of merit, equals together: standard competition ranking (1, 2, 2, 4).
struct Ladder<Member: Contestant> {
    struct Step {
        let rank: Int
        let merit: Merit
        /// By name, so that the order of the input does not show.
        let members: [Member]
    }

    let steps: [Step]

    init(_ members: [Member]) {
        var rank = 1
        var steps: [Step] = []
        for (merit, equals) in Dictionary(grouping: members, by: \.merit).sorted(by: { $0.key > $1.key }) {
            let sorted = equals.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            steps.append(Step(rank: rank, merit: merit, members: sorted))
            rank += equals.count
        }
        self.steps = steps
    }

    var count: Int { steps.reduce(0) { $0 + $1.members.count } }

    /// The first `places` contestants. Equals who are too many for what is left are not chosen from.
    func cut(after places: Int) -> Cut<Member> {
        let inside = steps.prefix { $0.rank - 1 + $0.members.count <= places }
        guard inside.count < steps.count, steps[inside.count].rank <= places else {
            return Cut(inside: inside.flatMap(\.members), tied: [], rank: 0, open: 0)
        }
        let tied = steps[inside.count]
        return Cut(
            inside: inside.flatMap(\.members), tied: tied.members, rank: tied.rank, open: places - tied.rank + 1)
    }
}

/// Who is within a number of places, and who is tied for the last of them.
struct Cut<Member: Contestant> {
    let inside: [Member]
    /// Empty when the cut falls between two ranks.
    let tied: [Member]
    /// The rank that the tied share.
    let rank: Int
    /// How many places the tied compete for; fewer than they are.
    let open: Int
    /// What judges decided about this cut; nil when it needed no decision, or has none yet.
    var decision: Adjudication?
}
