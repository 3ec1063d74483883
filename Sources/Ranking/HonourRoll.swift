import ExamModel

/// Who earns one honour (称号), over all teams or within each.
///
/// For an honour that leaves advancing teams out, people whose team is tied across the cut are not eligible yet: they
/// are passed over, and flagged where they would be within reach if their team did not advance.
struct HonourRoll {
    let honour: Honour
    /// How many places there are; nil when everybody with enough marks earns it.
    let places: Int?
    private(set) var earned: Set<TicketNumber> = []
    /// Equals at the last place, who are too many for it.
    private(set) var tied: Set<TicketNumber> = []
    /// Passed over until it is known whether their team advances.
    private(set) var pending: Set<TicketNumber> = []
    /// Who earns the honour only while the pending are passed over.
    private(set) var provisional: Set<TicketNumber> = []
    private(set) var flags: [StandingsFlag] = []
    private(set) var openTies: [OpenTie] = []
    private(set) var decisions: [Adjudication] = []

    init(
        _ honour: Honour, places: Int?, among ladder: Ladder<Person>, teams: TeamRanking, bench: Bench
    ) {
        self.honour = honour
        self.places = places
        let excluded = Set(honour.excludedTeams ?? [])
        var allowed = ladder.steps.flatMap(\.members).filter { !excluded.contains($0.candidate.team) }
        if honour.excludesAdvancing { allowed.removeAll { teams.advancing.contains($0.candidate.team) } }
        if let component = honour.component {
            allowed = allowed.filter { $0.marks.has(component) }.map { $0.ranked(by: component) }
        }
        let doubtful = honour.excludesAdvancing ? teams.undecided : []
        guard let places else {
            let least = honour.atLeast ?? .zero
            earned = Set(allowed.filter { $0.merit.total >= least }.map(\.candidate.ticket))
            return
        }
        guard honour.perTeam != nil else {
            award(places, among: allowed, doubtful: doubtful, matter: honour.name, bench)
            return
        }
        for (team, members) in Dictionary(grouping: allowed, by: \.candidate.team).sorted(by: { $0.key < $1.key }) {
            award(places, among: members, doubtful: doubtful, matter: "\(honour.name)·\(team)", bench)
        }
    }

    private mutating func award(
        _ places: Int, among allowed: [Person], doubtful: Set<TeamID>, matter: String, _ bench: Bench
    ) {
        let eligible = allowed.filter { !doubtful.contains($0.candidate.team) }
        let cut = bench.decided(Ladder(eligible).cut(after: places), on: matter)
        let reach = allowed.filter { person in
            doubtful.contains(person.candidate.team) && eligible.count { $0.merit > person.merit } < places
        }
        let certain = reach.isEmpty ? cut.inside : Ladder(allowed).cut(after: places).inside
        let inside = Set(cut.inside.map(\.candidate.ticket))
        earned.formUnion(inside)
        tied.formUnion(cut.tied.map(\.candidate.ticket))
        pending.formUnion(reach.map(\.candidate.ticket))
        provisional.formUnion(inside.subtracting(certain.map(\.candidate.ticket)))
        if let decision = cut.decision { decisions.append(decision) }
        if !cut.tied.isEmpty {
            flags.append(.tiedPeople(cut, matter: matter))
            openTies.append(OpenTie(matter: matter, tied: cut.tied.map(\.name), open: cut.open))
        }
        if !reach.isEmpty { flags.append(.pendingPeople(reach, honour: honour)) }
    }
}
