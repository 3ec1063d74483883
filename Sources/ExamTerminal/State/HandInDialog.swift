import ExamModel
import Sitting

/// The two questions before a paper is handed in.
package struct HandInDialog: Hashable, Sendable {
    package enum Step: Hashable, Sendable {
        case check, last
    }

    package private(set) var step = Step.check
    /// Which button the cursor is on; going back is always the first.
    package private(set) var isOnConfirm = false

    package init() {}

    mutating func handle(_ input: Input, in answering: inout Answering) -> Request? {
        switch input {
        case .left, .up: isOnConfirm = false
        case .right, .down: isOnConfirm = true
        case .tab: isOnConfirm.toggle()
        case .field(let button):
            isOnConfirm = button == 1
            return press(in: &answering)
        case .enter, .character(" "): return press(in: &answering)
        case .escape:
            answering.panel = .item
            return nil
        default: break
        }
        answering.panel = .handIn(self)
        return nil
    }

    private mutating func press(in answering: inout Answering) -> Request? {
        guard isOnConfirm else {
            answering.panel = .item
            return nil
        }
        if step == .check {
            step = .last
            isOnConfirm = false
            answering.panel = .handIn(self)
            return nil
        }
        answering.panel = .item
        return .record(.handedIn)
    }
}
