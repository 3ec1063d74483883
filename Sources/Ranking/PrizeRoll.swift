import ExamModel

/// Which teams earn one prize by their places: each prize takes up where the one before ends.
struct PrizeRoll {
    let prize: Prize
    let cut: Cut<Squad>
    let earned: Set<TeamID>

    /// A tie across the end of a prize leaves it open. Who is tied there has no later prize either until the judges have
    /// decided the first; what follows goes to those behind the tie.
    static func rolls(of prizes: [Prize], among ladder: Ladder<Squad>, bench: Bench) -> [PrizeRoll] {
        var (rolls, places): ([PrizeRoll], Int) = ([], 0)
        var (given, pending): (Set<TeamID>, Set<TeamID>) = ([], [])
        for prize in prizes {
            places += prize.count
            let cut = ladder.cut(after: places)
            let waits = cut.tied.contains { pending.contains($0.team.id) }
            let taken = Set(cut.inside.map(\.team.id)).union(given)
            let open = waits ? 0 : max(places - taken.count, 0)
            let undecided = Cut(
                inside: cut.inside.filter { !given.union(pending).contains($0.team.id) },
                tied: open > 0 ? cut.tied.filter { !given.contains($0.team.id) } : [], rank: cut.rank, open: open)
            let decided =
                undecided.tied.count == undecided.open && undecided.open > 0
                ? Cut(inside: undecided.inside + undecided.tied, tied: [], rank: cut.rank, open: 0)
                : bench.decided(undecided, on: prize.name)
            let earned = Set(decided.inside.map(\.team.id))
            given.formUnion(earned)
            pending.formUnion(decided.tied.map(\.team.id))
            rolls.append(PrizeRoll(prize: prize, cut: decided, earned: earned))
        }
        return rolls
    }
}
