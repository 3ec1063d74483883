import ExamModel

/// What can be put on a ladder.
protocol Contestant {
    var merit: Merit { get }
    /// Unique among the contestants: the order of equals, which decides nothing.
    var name: String { get }
}

/// Somebody who sat.
struct Person: Contestant {
    let candidate: Candidate
    let marks: PersonMarks
    let merit: Merit

    var name: String { candidate.ticket.text }

    /// The same person in the order of one component.
    func ranked(by component: String) -> Person {
        Person(
            candidate: candidate, marks: marks, merit: Merit(total: marks.marks(in: component), tieBreaks: []))
    }
}

/// A team that has results.
struct Squad: Contestant {
    let team: Team
    /// The best members, best first.
    let counted: [Person]
    /// In the order of the rules.
    let components: [ComponentMark]
    let merit: Merit

    var name: String { team.id.text }
}
