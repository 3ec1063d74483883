import ExamModel

extension Answering {
    /// To the option above, where it can be seen; otherwise the text moves by a line, so that nothing is skipped.
    mutating func moveUp(in size: ScreenSize) {
        let layout = ItemLayout(self, size)
        scroll = layout.clamped(scroll)
        let above = option - 1
        if let lines = layout.lines(ofOption: above), lines.upperBound > scroll {
            option = above
            scroll = min(scroll, lines.lowerBound)
        } else {
            scroll = layout.clamped(scroll - 1)
        }
    }

    /// To the option below, likewise.
    mutating func moveDown(in size: ScreenSize) {
        let layout = ItemLayout(self, size)
        scroll = layout.clamped(scroll)
        let below = option + 1
        let bottom = scroll + layout.height
        guard let current = layout.lines(ofOption: option), current.lowerBound < bottom else {
            scroll = layout.clamped(scroll + 1)
            return
        }
        if let lines = layout.lines(ofOption: below), lines.lowerBound < bottom + 1 {
            option = below
            scroll = layout.clamped(max(scroll, lines.upperBound - layout.height))
        } else {
            scroll = layout.clamped(scroll + 1)
        }
    }
}
