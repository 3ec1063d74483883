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
        let cut = plan.fate == .interrupted ? plan.responses.count / 2 : 0
        var elapsed = 0
        if cut > 0 {
            elapsed = try answer(plan.responses.prefix(cut), in: try sit(at: elapsed), from: elapsed) + 40
        }
        let seat = try sit(at: elapsed)
        return try finish(in: seat, at: try answer(plan.responses.dropFirst(cut), in: seat, from: elapsed))
    }

    private func answer(_ responses: ArraySlice<Response>, in seat: ExamSeat, from elapsed: Int) throws(Refusal) -> Int
    {
        var elapsed = elapsed
        for response in responses {
            elapsed += plan.secondsPerItem
            try perform(.answered(response.item, response.options), in: seat, at: elapsed)
        }
        return elapsed
    }

    private func finish(in seat: ExamSeat, at elapsed: Int) throws(Refusal) -> Receipt {
        let session = released.exam.session
        var end = session.minutes * 60
        if plan.fate == .runsOut {
            try perform(.timeUp, in: seat, at: end)
        } else {
            end = min(max(elapsed + 60, session.earliestHandInMinutes * 60), end - 1)
            try perform(.handedIn, in: seat, at: end)
        }
        return try seat.handOver(at: reading(end))
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
