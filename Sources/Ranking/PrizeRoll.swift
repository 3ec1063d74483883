import ExamModel

/// Which teams earn one prize by their places: each prize takes up where the one before ends.
struct PrizeRoll {
    let prize: Prize
    let cut: Cut<Squad>
    let earned: Set<TeamID>

    /// A tie across the end of a prize leaves it open, and what follows to those behind the tie.
    static func rolls(of prizes: [Prize], among ladder: Ladder<Squad>, bench: Bench) -> [PrizeRoll] {
        var (rolls, given, places): ([PrizeRoll], Set<TeamID>, Int) = ([], [], 0)
        for prize in prizes {
            places += prize.count
            let cut = ladder.cut(after: places)
            let left = cut.tied.filter { !given.contains($0.team.id) }
            let taken = Set(cut.inside.map(\.team.id)).union(given)
            let open = places - taken.count
            let undecided = Cut(
                inside: cut.inside.filter { !given.contains($0.team.id) }, tied: open > 0 ? left : [], rank: cut.rank,
                open: open > 0 ? open : 0)
            let decided =
                undecided.tied.count == undecided.open && undecided.open > 0
                ? Cut(inside: undecided.inside + undecided.tied, tied: [], rank: cut.rank, open: 0)
                : bench.decided(undecided, on: prize.name)
            let earned = Set(decided.inside.map(\.team.id))
            given.formUnion(earned)
            rolls.append(PrizeRoll(prize: prize, cut: decided, earned: earned))
        }
        return rolls
    }
}
