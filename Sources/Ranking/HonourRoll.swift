import ExamModel

/// Who earns one honour (称号).
///
/// For an honour that leaves advancing teams out, people whose team is tied across the cut are not eligible yet: they
/// are passed over, and flagged where they would be within reach if their team did not advance.
struct HonourRoll {
    let honour: Honour
    let earned: Set<TicketNumber>
    /// Equals at the last place, who are too many for it.
    let tied: Set<TicketNumber>
    /// Passed over until it is known whether their team advances.
    let pending: Set<TicketNumber>
    /// Who earns the honour only while the pending are passed over.
    let provisional: Set<TicketNumber>
    let flags: [StandingsFlag]

    init(_ honour: Honour, among ladder: Ladder<Person>, advancing: Set<TeamID>, undecided: Set<TeamID>) {
        self.honour = honour
        let people = ladder.steps.flatMap(\.members)
        let allowed = honour.excludesAdvancing ? people.filter { !advancing.contains($0.candidate.team) } : people
        let doubtful = honour.excludesAdvancing ? undecided : []
        let eligible = allowed.filter { !doubtful.contains($0.candidate.team) }

        let cut = Ladder(eligible).cut(after: honour.count)
        let reach = allowed.filter { person in
            doubtful.contains(person.candidate.team)
                && eligible.count { $0.merit > person.merit } < honour.count
        }
        let certain = reach.isEmpty ? cut.inside : Ladder(allowed).cut(after: honour.count).inside

        earned = Set(cut.inside.map(\.candidate.ticket))
        tied = Set(cut.tied.map(\.candidate.ticket))
        pending = Set(reach.map(\.candidate.ticket))
        provisional = earned.subtracting(certain.map(\.candidate.ticket))
        flags =
            (cut.tied.isEmpty ? [] : [.tiedPeople(cut, honour: honour)])
            + (reach.isEmpty ? [] : [.pendingPeople(reach, honour: honour)])
    }
}
