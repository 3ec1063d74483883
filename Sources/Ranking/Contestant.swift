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
    let merit: Merit

    var name: String { candidate.ticket.text }
}

/// A team of which somebody sat.
struct Squad: Contestant {
    let team: Team
    /// The best members, best first.
    let counted: [Person]
    let merit: Merit

    var name: String { team.id.text }
}
