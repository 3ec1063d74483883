import ExamModel
import Sitting

extension Answering {
    mutating func handle(_ input: Input, in size: ScreenSize) -> Request? {
        guard !isPaused else { return nil }
        notice = nil
        if case .item(let index) = input {
            go(to: index)
            panel = .item
            return nil
        }
        if case .option = input, case .card = panel { panel = .item }
        switch panel {
        case .item: return handleOnItem(input, in: size)
        case .card(var card):
            card.handle(input, in: &self, size)
            return nil
        case .jump(let digits): return jump(input, after: digits)
        case .handIn(var dialog): return dialog.handle(input, in: &self)
        }
    }

    private mutating func handleOnItem(_ input: Input, in size: ScreenSize) -> Request? {
        if takesWords { return write(input, in: size) }
        switch input {
        case .option(let index): return choose(index)
        case .character(" "), .enter: return choose(option)
        case .character(let character): return handle(letter: character.uppercased())
        case .backspace: return clear()
        case .left, .pageUp: go(to: position - 1)
        case .right, .pageDown: go(to: position + 1)
        case .home: go(to: 0)
        case .end: go(to: items.count - 1)
        case .up: moveUp(in: size)
        case .down: moveDown(in: size)
        default: return handleAnywhere(input)
        }
        return nil
    }

    /// Keys that do the same on every item.
    mutating func handleAnywhere(_ input: Input) -> Request? {
        switch input {
        case .tab: panel = .card(AnswerCard(selection: position))
        case .handIn: openHandIn()
        case .flag: return toggleFlag()
        case .jump: panel = .jump("")
        case .nextOpen: goToNextUnanswered()
        default: break
        }
        return nil
    }

    private mutating func handle(letter: String) -> Request? {
        if let index = item.options.indices.first(where: { Item.Option.letter(at: $0) == letter }) {
            return choose(index)
        }
        switch letter {
        case "M": return toggleFlag()
        case "G": panel = .jump("")
        case "U": goToNextUnanswered()
        default:
            if letter.allSatisfy({ $0.isASCII && $0.isNumber }) { panel = .jump(letter) }
        }
        return nil
    }

    /// Chooses the option at `index`: alone on an item that takes one, on or off on a multiple choice.
    private mutating func choose(_ index: Int) -> Request? {
        guard item.options.indices.contains(index) else { return nil }
        self.option = index
        let option = item.options[index].id
        guard item.type == .multipleChoice else {
            return chosen == [option] ? nil : .record(.answered(item.id, [option]))
        }
        let after = chosen.contains(option) ? chosen.filter { $0 != option } : chosen + [option]
        return .record(.answered(item.id, after.sorted()))
    }

    private func clear() -> Request? {
        isAnswered(position) ? .record(.answered(item.id, [])) : nil
    }

    private func toggleFlag() -> Request? {
        .record(isFlagged(position) ? .unflagged(item.id) : .flagged(item.id))
    }

    private mutating func goToNextUnanswered() {
        let order = Array(items.indices.dropFirst(position + 1)) + Array(items.indices.prefix(position + 1))
        if let next = order.first(where: { !isAnswered($0) }) { go(to: next) }
    }

    private mutating func jump(_ input: Input, after digits: String) -> Request? {
        switch input.plain {
        case .character(let digit) where digit.isASCII && digit.isNumber && digits.count < 4:
            panel = .jump(digits + String(digit))
        case .backspace: panel = digits.isEmpty ? .item : .jump(String(digits.dropLast()))
        case .escape: panel = .item
        case .enter: finishJump(to: digits)
        default: break
        }
        return nil
    }

    private mutating func finishJump(to digits: String) {
        panel = .item
        guard let number = Int(digits) else { return }
        if (1...items.count).contains(number) {
            go(to: number - 1)
        } else {
            notice = Catalog.noSuchNumber(last: items.count)
        }
    }

    private mutating func openHandIn() {
        let earliest = sitting.rules.earliestHandIn
        if sitting.deadline - remaining < earliest {
            notice = SittingFault.handInTooEarly(earliest: earliest).message
        } else {
            panel = .handIn(HandInDialog())
        }
    }
}
