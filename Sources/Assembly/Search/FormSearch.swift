import ExamModel

/// Simultaneous local search over all forms (after Dueck and Scheuer, "Threshold accepting", 1990).
///
/// Every form is full from the start; a step puts another item into one place, or exchanges two places of different
/// forms, and stays when what rows, use of items and overlap of forms cost together does not grow. All arithmetic is in
/// whole numbers and every draw comes from the generator, so a seed always gives the same forms.
final class FormSearch {
    let problem: SearchProblem
    let places: Int
    let forms: Int
    /// What one more use of a used item costs, and one more item that two forms share beyond `freeOverlap`.
    var useWeight: Int
    let overlapWeight: Int
    var freeOverlap: Int
    /// The least that the largest overlap can be.
    let leastOverlap: Int
    let evenUse: Int

    /// `slots[form * places + place]`: an index into the pool.
    let slots: Column<Int32>
    /// Places that keep their item.
    let frozen: Column<Bool>
    /// `sums[form * rows + row]`
    let sums: Column<Int32>
    /// What the rows of a form cost outside their bounds, and off their targets.
    let excess: Column<Int>
    let drift: Column<Int>
    /// Which items a form holds, as bits.
    let holds: Column<UInt64>
    let uses: Column<Int32>
    /// The slots that hold an item: `users[userStarts[item] ..< userStarts[item] + uses[item]]`, and their forms.
    let users: Column<Int32>
    let userForms: Column<Int32>
    let userStarts: Column<Int32>
    /// With how many others a form shares more than `freeOverlap`.
    let crowded: Column<Int32>
    /// How many items two forms share beside those of every form; empty when forms share none.
    let overlaps: Column<UInt16>
    /// Raised when rows stay outside their bounds.
    var hardness = 1
    /// By how much a step may raise the cost just now.
    var heat = 0
    /// Steps of a round.
    var batch = 0
    /// How often the search has been stirred up to leave a dead end.
    var stirs = 0
    /// How often it may be.
    var mostStirs = 0

    private let words: Int
    /// The problem's tables, at hand for the innermost loops.
    let kindOfPlace: Column<Int32>
    let sectionOfKind: Column<Int32>
    let topicOfKind: Column<Int32>
    let candidateStarts: Column<Int32>
    let candidates: Column<Int32>
    let mostUses: Column<Int32>
    private let rows: Column<Row>
    private let starts: Column<Int32>
    private let entries: Column<SearchProblem.Entry>
    private let sectionsOfItem: Column<UInt64>
    private let topicOfItem: Column<Int32>
    private let isMustHave: Column<Bool>
    private let rowCount: Int
    private let poolCount: Int

    init(_ problem: SearchProblem) {
        self.problem = problem
        places = problem.placesPerForm
        forms = problem.forms
        words = (problem.pool.count + 63) / 64
        let bound = OverlapBound(problem)
        evenUse = max(1, bound.evenUse)
        useWeight = 0
        overlapWeight = max(40, 1600 / max(1, bound.evenUse))
        leastOverlap = bound.meanRoundedUp
        freeOverlap = leastOverlap
        slots = Column(repeating: -1, count: forms * places)
        frozen = Column(repeating: false, count: forms * places)
        sums = Column(repeating: 0, count: forms * problem.rows.count)
        excess = Column(repeating: 0, count: forms)
        drift = Column(repeating: 0, count: forms)
        crowded = Column(repeating: 0, count: forms)
        holds = Column(repeating: 0, count: forms * words)
        uses = Column(repeating: 0, count: problem.pool.count)
        var starts: [Int32] = [0]
        for most in problem.mostUses { starts.append(starts[starts.count - 1] + most) }
        userStarts = Column(starts)
        users = Column(repeating: 0, count: Int(starts[starts.count - 1]))
        userForms = Column(repeating: 0, count: Int(starts[starts.count - 1]))
        overlaps = Column(repeating: 0, count: problem.sharing ? forms * forms : 0)
        kindOfPlace = Column(problem.kindOfPlace)
        sectionOfKind = Column(problem.kinds.map { Int32($0.section) })
        topicOfKind = Column(problem.kinds.map { Int32($0.topic ?? -1) })
        var candidateStarts: [Int32] = [0]
        for kind in problem.kinds {
            candidateStarts.append(candidateStarts[candidateStarts.count - 1] + Int32(kind.candidates.count))
        }
        self.candidateStarts = Column(candidateStarts)
        candidates = Column(problem.kinds.flatMap(\.candidates))
        mostUses = Column(problem.mostUses)
        rows = Column(problem.rows)
        self.starts = Column(problem.starts)
        entries = Column(problem.entries)
        sectionsOfItem = Column(problem.sectionsOfItem)
        topicOfItem = Column(problem.topicOfItem)
        isMustHave = Column(problem.isMustHave)
        rowCount = problem.rows.count
        poolCount = problem.pool.count
        for form in 0..<forms { measure(form) }
    }

    /// Whether a place takes an item.
    @inline(__always)
    func admits(_ item: Int, at slot: Int) -> Bool {
        let kind = Int(kindOfPlace[slot % places])
        let topic = topicOfKind[kind]
        return sectionsOfItem[item] >> UInt64(sectionOfKind[kind]) & 1 == 1 && (topic < 0 || topicOfItem[item] == topic)
    }

    @inline(__always)
    func isHeld(_ item: Int, by form: Int) -> Bool {
        holds[form &* words &+ item >> 6] >> UInt64(item & 63) & 1 == 1
    }

    /// Puts an item into an empty place and counts it everywhere.
    func place(_ item: Int, at slot: Int) {
        slots[slot] = Int32(item)
        _ = shift(form: slot / places, section: section(of: slot), item: item, by: 1)
        if problem.sharing { changeOverlaps(of: item, with: slot / places, by: 1) }
        addUser(slot, of: item)
    }

    /// Empties a place.
    func clear(_ slot: Int) {
        let item = Int(slots[slot])
        removeUser(slot, of: item)
        if problem.sharing { changeOverlaps(of: item, with: slot / places, by: -1) }
        _ = shift(form: slot / places, section: section(of: slot), item: item, by: -1)
        slots[slot] = -1
    }

    @inline(__always)
    func section(of slot: Int) -> Int {
        Int(sectionOfKind[Int(kindOfPlace[slot % places])])
    }

    /// Adds an item's part to a form's sums or takes it away; returns the change of excess and drift together.
    @inline(__always)
    func shift(form: Int, section: Int, item: Int, by sign: Int32) -> Int {
        var change = 0
        let base = form &* rowCount
        let start = section &* poolCount &+ item
        for index in Int(starts[start])..<Int(starts[start &+ 1]) {
            let entry = entries[index]
            let position = base &+ Int(entry.row)
            let row = rows[Int(entry.row)]
            let before = Int(sums[position])
            let after = before &+ Int(entry.coefficient &* sign)
            sums[position] = Int32(truncatingIfNeeded: after)
            let hard = row.excess(after) &- row.excess(before)
            let soft = row.drift(after) &- row.drift(before)
            excess[form] &+= hard
            drift[form] &+= soft
            change &+= hard &* hardness &+ soft
        }
        return change
    }

    /// Adds to the overlaps of `form` with every form that uses the item.
    @inline(__always)
    func changeOverlaps(of item: Int, with form: Int, by sign: Int) {
        guard !isCommon(item) else { return }
        let start = Int(userStarts[item])
        for index in start..<start &+ Int(uses[item]) {
            let other = Int(userForms[index])
            guard other != form else { continue }
            let before = Int(overlaps[form &* forms &+ other])
            let value = UInt16(truncatingIfNeeded: before &+ sign)
            overlaps[form &* forms &+ other] = value
            overlaps[other &* forms &+ form] = value
            // The pair crosses the limit when the larger of the two counts is the first beyond it.
            if max(before, before &+ sign) == freeOverlap &+ 1 {
                crowded[form] &+= Int32(sign)
                crowded[other] &+= Int32(sign)
            }
        }
    }

    @inline(__always)
    func addUser(_ slot: Int, of item: Int) {
        let form = slot / places
        let index = Int(userStarts[item]) &+ Int(uses[item])
        users[index] = Int32(slot)
        userForms[index] = Int32(form)
        uses[item] &+= 1
        holds[form &* words &+ item >> 6] |= 1 << UInt64(item & 63)
    }

    @inline(__always)
    func removeUser(_ slot: Int, of item: Int) {
        let form = slot / places
        let start = Int(userStarts[item])
        let last = start &+ Int(uses[item]) &- 1
        for index in start...last where users[index] == Int32(slot) {
            users[index] = users[last]
            userForms[index] = userForms[last]
            break
        }
        uses[item] &-= 1
        holds[form &* words &+ item >> 6] &= ~(1 << UInt64(item & 63))
    }

    /// Items of every form do not count as overlap.
    @inline(__always)
    func isCommon(_ item: Int) -> Bool { isMustHave[item] }

    /// Computes a form's costs afresh from its sums.
    private func measure(_ form: Int) {
        excess[form] = 0
        drift[form] = 0
        for (index, row) in problem.rows.enumerated() {
            let sum = Int(sums[form * problem.rows.count + index])
            excess[form] += row.excess(sum)
            drift[form] += row.drift(sum)
        }
    }
}
