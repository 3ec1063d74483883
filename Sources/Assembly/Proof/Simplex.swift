/// The simplex method with bounded variables in exact whole numbers (Edmonds 1967, Bareiss 1968: the inverse is kept as
/// its adjugate and determinant, every division leaves no remainder). It only looks for a point within all bounds.
struct Simplex {
    /// Numbers beyond this could overflow when multiplied.
    private static let limit: Int128 = 1 << 60
    /// How many variables are looked at again before all are.
    private static let mostHot = 200

    private var system: LinearSystem
    private let rowCount: Int
    private let columnCount: Int
    /// The variable that stands in each row of the basis: a column, or a row's sum after the columns.
    private var basis: [Int]
    private var isBasic: [Bool]
    /// Where a variable outside the basis rests.
    private var value: [Int]
    /// Row by row.
    private var adjugate: [Int128]
    private(set) var determinant: Int128 = 1
    /// Whether all of these numbers are so small that their products fit into 64 bits.
    private var isSmall = true
    /// How often a variable was looked at; changing the basis counts as well.
    private(set) var looks = 0
    private let entries: Column<LinearSystem.Entry>
    private let starts: Column<Int>
    /// Weights below this give slopes of 64 bits.
    private let smallWeight: Int128
    /// What the variables outside the basis add to each row.
    private var load: [Int128]

    init(_ system: LinearSystem) {
        self.system = system
        entries = Column(system.entries)
        starts = Column(system.starts)
        smallWeight = Int128(Int.max / max(1, system.largestColumn))
        rowCount = system.rows.count
        columnCount = system.columnCount
        basis = Array(columnCount..<columnCount + rowCount)
        isBasic = Array(repeating: false, count: columnCount) + Array(repeating: true, count: rowCount)
        value =
            (0..<columnCount).map { system.startsAbove[$0] ? system.upper[$0] : system.lower[$0] }
            + Array(repeating: 0, count: rowCount)
        adjugate = Array(repeating: 0, count: rowCount * rowCount)
        for row in 0..<rowCount { adjugate[row * rowCount + row] = 1 }
        load = Array(repeating: 0, count: rowCount)
        for index in 0..<columnCount where value[index] != 0 { shift(index, by: value[index]) }
    }

    /// Goes on with other bounds for the same rows and columns: what rested on a bound rests on the new one.
    mutating func rebind(to system: LinearSystem) {
        for variable in value.indices where !isBasic[variable] {
            let (before, now) = (bounds(variable), Self.bounds(variable, in: system))
            let isAbove = value[variable] == before.upper && before.upper != before.lower
            let wanted = (isAbove ? now.upper : now.lower) ?? value[variable]
            value[variable] = min(max(wanted, now.lower ?? wanted), now.upper ?? wanted)
        }
        self.system = system
        for row in load.indices { load[row] = 0 }
        for variable in value.indices where !isBasic[variable] && value[variable] != 0 {
            shift(variable, by: value[variable])
        }
    }

    mutating func solve(steps: Int) -> LinearSystem.Verdict {
        // Variables that were worth a change when all were looked at last.
        var hot: [Int] = []
        for step in 0..<steps {
            var basics = basicValues()
            let signs = infeasibility(of: basics)
            guard signs.contains(where: { $0 != 0 }) else { return .feasible }
            let weights = combined(signs)
            var candidates = candidates(hot, weights, careful: false)
            if candidates.isEmpty {
                candidates = self.candidates(0..<columnCount + rowCount, weights, careful: step > steps / 2)
                hot = candidates.prefix(Self.mostHot).map(\.variable)
            }
            guard let best = candidates.first else {
                return system.isRefuted(by: weights) ? .infeasible(weights) : .undecided
            }
            // As long as nothing enters the basis and nothing in it comes into its bounds, the slopes stay what they are.
            for candidate in candidates where candidate.gain >= best.gain / 2 {
                let direction = product(candidate.variable)
                guard direction.allSatisfy({ abs($0) < Self.limit }), abs(determinant) < Self.limit else {
                    return .undecided
                }
                let move = move(candidate.variable, rises: candidate.rises, direction, &basics, signs)
                if move == .nothingStops { return .undecided }
                guard move == .crossed, infeasibility(of: basics) == signs else { break }
            }
        }
        return .undecided
    }

    private func bounds(_ variable: Int) -> LinearSystem.Bounds { Self.bounds(variable, in: system) }

    private static func bounds(_ variable: Int, in system: LinearSystem) -> LinearSystem.Bounds {
        guard variable < system.columnCount else { return system.rows[variable - system.columnCount] }
        return LinearSystem.Bounds(lower: system.lower[variable], upper: system.upper[variable])
    }

    /// The equations are: a row's sum less the columns' parts is zero.
    private mutating func shift(_ variable: Int, by amount: Int) {
        if variable >= columnCount {
            load[variable - columnCount] += Int128(amount)
        } else {
            for entry in system.entries(of: variable) {
                load[entry.row] -= Int128(entry.coefficient) * Int128(amount)
            }
        }
    }

    /// Values of the basis, times the determinant.
    private func basicValues() -> [Int128] {
        (0..<rowCount).map { row in
            var sum: Int128 = 0
            for column in 0..<rowCount where load[column] != 0 {
                sum -= adjugate[row * rowCount + column] * load[column]
            }
            return sum
        }
    }

    /// The columns in the basis with their values times the determinant.
    var basicColumns: [(column: Int, value: Int128)] {
        zip(basis, basicValues()).filter { $0.0 < columnCount }.map { (column: $0.0, value: $0.1) }
    }

    /// Where the columns outside the basis rest.
    var restingValues: ArraySlice<Int> { value.prefix(columnCount) }

    /// The columns' values in thousandths, cut off.
    var point: [Int] {
        var values = restingValues.map { $0 * 1000 }
        for (column, value) in basicColumns { values[column] = Int(value * 1000 / determinant) }
        return values
    }

    /// For each variable of the basis -1 below its bounds, 1 above them, otherwise 0.
    private func infeasibility(of basics: [Int128]) -> [Int128] {
        zip(basis, basics).map { variable, value in
            let bounds = bounds(variable)
            if let lower = bounds.lower, value < Int128(lower) * determinant { return -1 }
            if let upper = bounds.upper, value > Int128(upper) * determinant { return 1 }
            return 0
        }
    }

    private func combined(_ signs: [Int128]) -> [Int128] {
        var weights = Array(repeating: Int128(0), count: rowCount)
        for row in 0..<rowCount where signs[row] != 0 {
            for column in 0..<rowCount { weights[column] += signs[row] * adjugate[row * rowCount + column] }
        }
        return weights
    }

    private struct Candidate {
        let variable: Int
        let rises: Bool
        let gain: UInt128
    }

    /// Those of the variables whose change lessens the infeasibility: the fastest, then others that do so an eighth as
    /// fast at the least; when `careful`, the first that does and no other, which cannot run in circles (Bland 1977).
    private mutating func candidates(
        _ variables: some Collection<Int>, _ weights: [Int128], careful: Bool
    ) -> [Candidate] {
        var found: [Candidate] = []
        var best = 0
        let small = weights.allSatisfy { abs($0) < smallWeight } ? weights.map { Int($0) } : []
        looks += variables.count
        for variable in variables where !isBasic[variable] {
            let slope = slope(of: variable, weights, small: small)
            guard slope != 0 else { continue }
            let rises = slope < 0
            let value = value[variable]
            if variable < columnCount {
                guard rises ? value < system.upper[variable] : value > system.lower[variable] else { continue }
            } else {
                let bounds = system.rows[variable - columnCount]
                guard rises ? bounds.upper.map({ value < $0 }) ?? true : bounds.lower.map({ value > $0 }) ?? true
                else { continue }
            }
            let candidate = Candidate(variable: variable, rises: rises, gain: slope.magnitude)
            if careful { return [candidate] }
            if !found.isEmpty, candidate.gain < found[best].gain / 8 { continue }
            if !found.isEmpty, candidate.gain > found[best].gain { best = found.count }
            found.append(candidate)
        }
        guard let first = found.indices.contains(best) ? found[best] : nil else { return [] }
        return [first] + found.filter { $0.variable != first.variable && $0.gain >= first.gain / 8 }
    }

    @inline(__always)
    private func slope(of variable: Int, _ weights: [Int128], small: [Int]) -> Int128 {
        guard variable < columnCount else { return -weights[variable - columnCount] }
        let parts = starts[variable]..<starts[variable &+ 1]
        guard small.isEmpty else {
            var slope = 0
            for index in parts { slope &+= small[entries[index].row] &* entries[index].coefficient }
            return Int128(slope)
        }
        var slope: Int128 = 0
        for index in parts { slope += weights[entries[index].row] * Int128(entries[index].coefficient) }
        return slope
    }

    /// The adjugate times the variable's column.
    private func product(_ variable: Int) -> [Int128] {
        (0..<rowCount).map { row in
            if variable >= columnCount { return adjugate[row * rowCount + variable - columnCount] }
            var sum: Int128 = 0
            for entry in system.entries(of: variable) {
                sum -= adjugate[row * rowCount + entry.row] * Int128(entry.coefficient)
            }
            return sum
        }
    }

    private enum Move {
        /// To its other bound.
        case crossed
        case entered
        /// Which cannot be.
        case nothingStops
    }

    /// Moves a variable as far as the basis allows.
    private mutating func move(
        _ variable: Int, rises: Bool, _ direction: [Int128], _ basics: inout [Int128], _ signs: [Int128]
    ) -> Move {
        let own = bounds(variable)
        var shortest: (distance: Int128, pace: Int128)?
        if let lower = own.lower, let upper = own.upper { shortest = (Int128(upper - lower), 1) }
        var leaving: (row: Int, value: Int)?
        for row in 0..<rowCount where direction[row] != 0 {
            let pace = rises ? -direction[row] : direction[row]
            let bounds = bounds(basis[row])
            let stop: Int?
            if signs[row] == 0 {
                stop = pace > 0 ? bounds.upper : bounds.lower
            } else {
                stop = signs[row] < 0 ? (pace > 0 ? bounds.lower : nil) : (pace < 0 ? bounds.upper : nil)
            }
            guard let stop else { continue }
            let distance = (Int128(stop) * determinant - basics[row]).magnitude
            if let current = shortest,
                !Self.isShorter((Int128(distance), Int128(pace.magnitude)), than: current)
            {
                continue
            }
            shortest = (Int128(distance), Int128(pace.magnitude))
            leaving = (row, stop)
        }
        guard shortest != nil else { return .nothingStops }
        guard let leaving else {
            let target = rises ? own.upper ?? 0 : own.lower ?? 0
            let amount = target - value[variable]
            shift(variable, by: amount)
            value[variable] = target
            for row in 0..<rowCount { basics[row] -= direction[row] * Int128(amount) }
            return .crossed
        }
        pivot(variable, at: leaving.row, leavingAt: leaving.value, direction)
        return .entered
    }

    private static func isShorter(
        _ left: (distance: Int128, pace: Int128), than right: (distance: Int128, pace: Int128)
    ) -> Bool {
        let first = left.distance.multipliedFullWidth(by: right.pace)
        let second = right.distance.multipliedFullWidth(by: left.pace)
        return (first.high, first.low) < (second.high, second.low)
    }

    private mutating func pivot(_ variable: Int, at row: Int, leavingAt stop: Int, _ direction: [Int128]) {
        shift(variable, by: -value[variable])
        let leaving = basis[row]
        value[leaving] = stop
        shift(leaving, by: stop)
        isBasic[leaving] = false
        isBasic[variable] = true
        basis[row] = variable
        looks += rowCount * rowCount / 8
        if isSmall, direction.allSatisfy({ $0.magnitude < Self.smallLimit }) {
            reduceSmall(by: direction.map { Int($0) }, at: row)
        } else {
            reduce(by: direction, at: row)
        }
        determinant = direction[row]
        guard determinant < 0 else { return }
        determinant = -determinant
        for index in adjugate.indices { adjugate[index] = -adjugate[index] }
    }

    /// Numbers below this have products of which two fit into 64 bits.
    private static let smallLimit: UInt128 = 1 << 31

    private mutating func reduce(by direction: [Int128], at row: Int) {
        for other in 0..<rowCount where other != row {
            for column in 0..<rowCount {
                let kept = adjugate[other * rowCount + column] * direction[row]
                let taken = direction[other] * adjugate[row * rowCount + column]
                adjugate[other * rowCount + column] = (kept - taken) / determinant
            }
        }
        isSmall = (adjugate + direction).allSatisfy { $0.magnitude < Self.smallLimit }
    }

    /// The same in 64 bits, which most bases need no more than.
    private mutating func reduceSmall(by direction: [Int], at row: Int) {
        let (pivot, old) = (direction[row], Int(determinant))
        let base = (0..<rowCount).map { Int(adjugate[row * rowCount + $0]) }
        var largest: UInt = 0
        for other in 0..<rowCount where other != row && (direction[other] != 0 || pivot != old) {
            let factor = direction[other]
            for column in 0..<rowCount {
                let index = other * rowCount + column
                let value = (Int(truncatingIfNeeded: adjugate[index]) &* pivot &- factor &* base[column]) / old
                adjugate[index] = Int128(value)
                largest |= value.magnitude
            }
        }
        isSmall = largest < Self.smallLimit
    }
}
