import Assembly
import ExamModel
import Testing

struct NeighbourPlanTests {
    /// The seats beside, in front and behind, in a room of so many columns.
    private func grid(_ count: Int, columns: Int) -> [[Int]] {
        (0..<count).map { seat in
            let left = seat % columns == 0 ? -1 : seat - 1
            let right = seat % columns == columns - 1 ? -1 : seat + 1
            return [seat - columns, left, right, seat + columns].filter { (0..<count).contains($0) }
        }
    }

    /// Forms by the numbers of their items.
    private func forms(_ items: [Range<Int>]) -> [Form] {
        items.enumerated().map { index, items in
            Form(
                id: .numbered(index, of: 26),
                sections: [
                    FormSection(
                        title: "单选", type: .singleChoice, marks: Mark(1), scoring: .exact,
                        items: items.map { ItemReference(id: ItemID("Q\($0)"), version: 1) })
                ])
        }
    }

    @Test func twoFormsWithNothingInCommonLieLikeTheFieldsOfAChessboard() {
        let plan = NeighbourPlan(forms([0..<10, 10..<20]), neighbours: grid(24, columns: 6))
        #expect(plan.shared == 0)
        #expect(plan.formOfSeat.count { $0 == 0 } == 12)
    }

    @Test func everyFormLiesOnAsManySeatsAndNeighboursShareLittle() {
        // Form n shares five items with form n + 1 and none with the others.
        let forms = forms((0..<5).map { $0 * 5..<$0 * 5 + 10 })
        let neighbours = grid(40, columns: 8)
        let plan = NeighbourPlan(forms, neighbours: neighbours)
        #expect((0..<5).allSatisfy { form in plan.formOfSeat.count { $0 == form } == 8 })
        #expect(NeighbourPlan(forms, neighbours: neighbours).formOfSeat == plan.formOfSeat)
        let inTurn = neighbours.enumerated().reduce(0) { sum, seat in
            sum
                + seat.element.filter { $0 > seat.offset }.reduce(0) {
                    let distance = abs(seat.offset % 5 - $1 % 5)
                    return $0 + (distance == 0 ? 10 : distance == 1 ? 5 : 0)
                }
        }
        #expect(plan.shared * 4 < inTurn, "\(plan.shared) of \(inTurn)")
    }

    @Test func oneFormIsEverybodys() {
        #expect(NeighbourPlan(forms([0..<3]), neighbours: grid(4, columns: 2)).formOfSeat == [0, 0, 0, 0])
    }
}
