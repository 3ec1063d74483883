/// An axis: where a value stands on a chart, and where its grid lines are. All in the units of the drawing.
struct Scale {
    let from: Double
    let to: Double
    /// Where `from` and `to` stand.
    let start: Double
    let end: Double

    func position(_ value: Double) -> Double {
        guard to > from else { return start }
        return start + (end - start) * (value - from) / (to - from)
    }

    /// The position as an attribute, to a tenth.
    func place(_ value: Double) -> String { Decimals.text(position(value), 1) }

    /// Multiples of 1, 2 or 5 times a power of ten that lie on the axis, `most` of them at most.
    func ticks(most: Int) -> [Double] {
        var power = 0.01
        while power < 1e9 {
            for step in [power, 2 * power, 5 * power] {
                let first = (from / step - 1e-9).rounded(.up)
                let last = (to / step + 1e-9).rounded(.down)
                if last - first < Double(most) { return stride(from: first, through: last, by: 1).map { $0 * step } }
            }
            power *= 10
        }
        return [from, to]
    }
}
