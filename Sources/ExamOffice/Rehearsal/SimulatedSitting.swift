import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sitting

/// Lets one simulated candidate sit through the seat that the terminal uses: journal, hand-in, seal and all. Only the
/// hands and the clock are ours.
struct SimulatedSitting {
    let desk: ExamDesk
    let released: ReleasedPaper
    let assignment: SeatAssignment
    let plan: AnswerPlan

    /// Sits from the start to the receipt. The machine of an interrupted candidate dies in the middle: nothing of the
    /// seat is left then but what is on the disk.
    func run() throws(Refusal) -> Receipt {
        let cut = plan.answersBeforeOutage
        if cut > 0 { try answer(0..<cut, in: try sit(at: 0)) }
        let seat = try sit(at: cut > 0 ? plan.outageStart + AnswerPlan.outage : 0)
        try answer(cut..<plan.responses.count, in: seat)
        let session = released.exam.session
        let handIn = plan.handIn(in: session)
        let end = handIn ?? session.minutes * 60
        try perform(handIn == nil ? .timeUp : .handedIn, in: seat, at: end)
        return try seat.handOver(at: reading(end))
    }

    private func answer(_ indices: Range<Int>, in seat: ExamSeat) throws(Refusal) {
        for index in indices {
            let response = plan.responses[index]
            try perform(.answered(response.item, response.options), in: seat, at: plan.moment(ofAnswer: index))
        }
    }

    private func sit(at elapsed: Int) throws(Refusal) -> ExamSeat {
        let seat = try ExamSeat(assignment, at: desk, released, now: reading(elapsed))
        try allowed { () throws(SittingFault) in try seat.begin(at: reading(elapsed)) }
        try seat.sitting.save()
        return seat
    }

    private func perform(_ event: SittingEvent, in seat: ExamSeat, at elapsed: Int) throws(Refusal) {
        try allowed { () throws(SittingFault) in try seat.sitting.perform(event, at: reading(elapsed)) }
        try seat.sitting.save()
    }

    /// A plan that breaks the rules of the sitting is a fault of the rehearsal.
    private func allowed(_ body: () throws(SittingFault) -> Void) throws(Refusal) {
        do {
            try body()
        } catch {
            throw Refusal([
                Finding(.error, .rehearsalAgainstRules, at: Place(file: assignment.ticket.text), error.message)
            ])
        }
    }

    /// The clock of a machine that has been up since an hour before the start.
    private func reading(_ elapsed: Int) -> ClockReading {
        let start = Int(released.exam.session.start.timeIntervalSince1970)
        return ClockReading(
            boot: "rehearsal", nanoseconds: UInt64(3600 + elapsed) * 1_000_000_000,
            wallMilliseconds: (start + elapsed) * 1000)
    }
}

extension FindingCode {
    static let rehearsalAgainstRules: FindingCode = "REHEARSAL_AGAINST_RULES"
}
