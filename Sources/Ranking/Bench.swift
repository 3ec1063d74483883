import ExamModel

/// The judges' bench: decides a cut where judges decided that very tie, and tells which decisions no longer meet one.
struct Bench {
    let adjudications: [Adjudication]

    init(_ adjudications: [Adjudication]) {
        self.adjudications = adjudications
    }

    /// The decision about a tie; nil when there is none, or the tie is another now.
    func decision(on matter: String, tied: [String], open: Int) -> Adjudication? {
        adjudications.last { $0.matter == matter && $0.tied == tied.sorted() && $0.chosen.count == open }
    }

    /// The cut as the judges left it: whom they chose is inside, and nobody is tied any more.
    func decided<Member: Contestant>(_ cut: Cut<Member>, on matter: String) -> Cut<Member> {
        guard !cut.tied.isEmpty,
            let decision = decision(on: matter, tied: cut.tied.map(\.name), open: cut.open)
        else { return cut }
        let chosen = Set(decision.chosen)
        return Cut(
            inside: cut.inside + cut.tied.filter { chosen.contains($0.name) }, tied: [], rank: cut.rank, open: 0,
            decision: decision)
    }

    /// Decisions about ties that are not there (any more).
    func stale(among met: [Adjudication]) -> [Adjudication] {
        adjudications.filter { !met.contains($0) }
    }
}
