import AnswerKey
import ExamModel
import Grading

/// Plans a whole field of candidates: varied abilities, a few mishaps, and two people tied at a cut.
struct Simulation {
    private let session: Session
    private let exam: ExamID
    private let forms: [FormID: FormContent]
    private let keys: [ItemID: Set<OptionID>]
    private let grader: Grader
    private let tieBreaks: [TieBreak]

    init(exam: Exam, forms: [FormID: FormContent], part: GradingPart, rules: CompetitionRules) throws(Refusal) {
        session = exam.session
        self.exam = exam.id
        self.forms = forms
        tieBreaks = rules.tieBreaks
        grader = try Grader(forms: part.forms, items: part.items, keys: part.keys)
        keys = Dictionary(
            part.keys.compactMap { key in
                if case .options(let options) = key.answer { (key.item, Set(options)) } else { nil }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Plans in the order of the seats. The people at places `cut` and `cut + 1` earn the same in every section.
    func plans(for seats: [SeatAssignment], tieAt cut: Int, seed: Seed) throws(Refusal) -> [AnswerPlan] {
        var plans = seats.enumerated().map { index, seat in
            var generator = SeededGenerator(seed, stream: "candidate \(seat.ticket)")
            return plan(seat, fate: Self.fate(of: index), &generator)
        }
        let order = try ranking(of: plans, seats)
        guard cut > 0, order.count > cut else { return plans }
        let (above, below) = (order[cut - 1], order[cut])
        plans[below.index].responses = try imitate(above.score, seats[below.index])
        return plans
    }

    /// One candidate hands in early, one moves to another machine, one runs out of time, and every twentieth machine dies
    /// once.
    private static func fate(of index: Int) -> AnswerPlan.Fate {
        switch index {
        case 5: .early
        case 6: .moved
        case 11: .runsOut
        case _ where index % 20 == 7: .interrupted
        default: .ordinary
        }
    }

    private func plan(_ seat: SeatAssignment, fate: AnswerPlan.Fate, _ generator: inout SeededGenerator) -> AnswerPlan {
        let person = SimulatedCandidate(&generator)
        let items = forms[seat.form]?.items ?? []
        let length = session.minutes * 60
        let share = fate == .runsOut ? 130 : 55 + generator.below(40)
        let pace = max(1, length * share / 100 / max(1, items.count))
        let time = fate == .early ? session.earliestHandInMinutes * 60 : length
        let reached = items.prefix(max(0, time / pace - 1))
        let responses = reached.compactMap { item -> Response? in
            let options = person.answer(item, key: keys[item.id] ?? [], &generator)
            return options.isEmpty ? nil : Response(item: item.id, options: options)
        }
        return AnswerPlan(ticket: seat.ticket, fate: fate, responses: responses, secondsPerItem: pace)
    }

    /// The field by what the planned answers will earn, best first.
    private func ranking(
        of plans: [AnswerPlan], _ seats: [SeatAssignment]
    ) throws(Refusal) -> [(index: Int, score: Score)] {
        var ranking: [(index: Int, score: Score)] = []
        for (index, seat) in seats.enumerated() {
            ranking.append((index, try score(plans[index].responses, seat)))
        }
        return ranking.sorted { left, right in
            let (marks, others) = (order(of: left.score), order(of: right.score))
            return marks == others ? left.index < right.index : others.lexicographicallyPrecedes(marks)
        }
    }

    /// The marks that the rules compare, in their order.
    private func order(of score: Score) -> [Mark] {
        [score.total]
            + tieBreaks.compactMap { tieBreak in
                guard case .section(let title) = tieBreak else { return nil }
                return score.sections.first { $0.title == title }?.marks
            }
    }

    /// Answers that earn, section by section, what `score` earned: as many right options of each item in turn as the
    /// marks that are left allow.
    private func imitate(_ score: Score, _ seat: SeatAssignment) throws(Refusal) -> [Response] {
        var responses: [Response] = []
        for (section, earned) in zip(forms[seat.form]?.sections ?? [], score.sections) {
            var left = earned.marks
            for item in section.items where left > .zero {
                let key = (keys[item.id] ?? []).sorted()
                for chosen in stride(from: key.count, to: 0, by: -1) {
                    let response = Response(item: item.id, options: Array(key.prefix(chosen)))
                    let worth = try self.score([response], seat).total
                    guard worth > .zero, worth <= left else { continue }
                    responses.append(response)
                    left = left - worth
                    break
                }
            }
        }
        return responses
    }

    private func score(_ responses: [Response], _ seat: SeatAssignment) throws(Refusal) -> Score {
        try grader.grade(
            AnswerSheet(
                exam: exam, form: seat.form, ticket: seat.ticket, responses: responses, ending: .handedIn, seconds: 0,
                journalHead: ""))
    }
}
