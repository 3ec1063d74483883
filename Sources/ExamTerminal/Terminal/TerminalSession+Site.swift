import ExamModel
import ExamSeat
import Sitting

/// What comes from a site while somebody sits here.
extension TerminalSession {
    func takeNews(at reading: ClockReading) {
        for news in desk.news(for: seat, at: reading) {
            switch news {
            case .message(let text): state.messages.append(text)
            case .order(let order): obey(order, at: reading)
            }
        }
    }

    /// An order that the sitting cannot obey any more (it has ended meanwhile) has no effect here; the journal at the
    /// site shows that.
    private func obey(_ order: SittingOrder, at reading: ClockReading) {
        guard let seat else { return }
        do throws(SittingFault) {
            try seat.obey(order, at: reading)
        } catch {
            return
        }
        if !seat.sitting.state.hasEnded, case .receipt = state.stage { show(seat, at: reading) }
        showSitting(at: reading)
    }

    /// Shows where the answers are, and leaves a seat that is over.
    func showDelivery(of seat: ExamSeat, at reading: ClockReading) {
        let delivery = desk.delivery(of: seat, at: reading)
        if case .superseded = delivery {
            self.seat = nil
            enter(at: reading)
            return
        }
        changeAnswering { $0.delivery = delivery }
        if case .receipt(var handedIn) = state.stage {
            handedIn.delivery = delivery
            state.stage = .receipt(handedIn)
        }
    }
}
