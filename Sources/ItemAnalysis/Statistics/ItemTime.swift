package import ExamModel

/// How long candidates spent on an item, in milliseconds.
package struct ItemTime: Hashable, Sendable, Codable {
    package let item: ItemID
    /// How many candidates answered it.
    package let candidates: Int
    package let median: Int
    /// A quarter spent less than `lower`, a quarter more than `upper`.
    package let lower: Int
    package let upper: Int
}

extension ItemTime {
    /// One moment of a sitting: when something happened, and which item was answered by it, if one was.
    package struct Moment: Hashable, Sendable {
        package let milliseconds: Int
        package let item: ItemID?

        package init(milliseconds: Int, item: ItemID?) {
            self.milliseconds = milliseconds
            self.item = item
        }
    }

    /// The times of all items that somebody answered, by id.
    ///
    /// The time between two moments belongs to the item that was answered at its end; what somebody spent on an item is
    /// the sum over all answers they gave to it (total time on item; van der Linden, A lognormal model for response times
    /// on test items, Journal of Educational and Behavioral Statistics 31, 2006, on what such times mean). Reading
    /// without answering goes to the next item that is answered. Median and quartiles are order statistics: the lower of
    /// two in the middle.
    ///
    /// - Parameter sittings: The moments of each sitting, in their order.
    package static func all(_ sittings: [[Moment]]) -> [ItemTime] {
        var times: [ItemID: [Int]] = [:]
        for sitting in sittings {
            var own: [ItemID: Int] = [:]
            var last = sitting.first?.milliseconds ?? 0
            for moment in sitting {
                guard let item = moment.item else { continue }
                own[item, default: 0] += max(moment.milliseconds - last, 0)
                last = moment.milliseconds
            }
            for (item, time) in own { times[item, default: []].append(time) }
        }
        return times.map { item, values in
            let sorted = values.sorted()
            func quantile(_ quarters: Int) -> Int { sorted[(sorted.count - 1) * quarters / 4] }
            return ItemTime(
                item: item, candidates: sorted.count, median: quantile(2), lower: quantile(1), upper: quantile(3))
        }.sorted { $0.item < $1.item }
    }
}
