/// The simplex method with bounded variables in exact whole numbers (Edmonds 1967, Bareiss 1968: the inverse is kept as
/// its adjugate and determinant, every division leaves no remainder). It only looks for a point within all bounds.
struct Simplex {
    /// Numbers beyond this could overflow when multiplied.
    private static let limit: Int128 = 1 << 60

    private let system: LinearSystem
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
    private(set) var stepsTaken = 0
    /// What the variables outside the basis add to each row.
    private var load: [Int128]

    init(_ system: LinearSystem) {
        self.system = system
        rowCount = system.rows.count
        columnCount = system.columns.count
        basis = Array(system.columns.count..<system.columns.count + system.rows.count)
        isBasic = Array(repeating: false, count: columnCount) + Array(repeating: true, count: rowCount)
        value = system.columns.map { $0.startsAbove ? $0.upper : $0.lower } + Array(repeating: 0, count: rowCount)
        adjugate = Array(repeating: 0, count: rowCount * rowCount)
        for row in 0..<rowCount { adjugate[row * rowCount + row] = 1 }
        load = Array(repeating: 0, count: rowCount)
        for index in system.columns.indices where value[index] != 0 { shift(index, by: value[index]) }
    }

    mutating func solve(steps: Int) -> LinearSystem.Verdict {
        for step in 0..<steps {
            let basics = basicValues()
            let signs = infeasibility(of: basics)
            guard signs.contains(where: { $0 != 0 }) else { return .feasible }
            let weights = combined(signs)
            guard let (entering, rises) = entering(weights, careful: step > steps / 2) else {
                return system.isRefuted(by: weights) ? .infeasible(weights) : .undecided
            }
            let direction = product(entering)
            guard direction.allSatisfy({ abs($0) < Self.limit }), abs(determinant) < Self.limit else {
                return .undecided
            }
            guard move(entering, rises: rises, direction, basics, signs) else { return .undecided }
            stepsTaken += 1
        }
        return .undecided
    }

    private func bounds(_ variable: Int) -> LinearSystem.Bounds {
        guard variable < columnCount else { return system.rows[variable - columnCount] }
        return LinearSystem.Bounds(lower: system.columns[variable].lower, upper: system.columns[variable].upper)
    }

    /// The equations are: a row's sum less the columns' parts is zero.
    private mutating func shift(_ variable: Int, by amount: Int) {
        if variable >= columnCount {
            load[variable - columnCount] += Int128(amount)
        } else {
            for entry in system.columns[variable].entries {
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

    /// The variable whose change lessens the infeasibility fastest; the first that does when `careful`, which cannot
    /// run in circles (Bland 1977).
    private func entering(_ weights: [Int128], careful: Bool) -> (variable: Int, rises: Bool)? {
        var best: (variable: Int, rises: Bool)?
        var gain: Int128 = 0
        for variable in 0..<columnCount + rowCount where !isBasic[variable] {
            var slope: Int128 = 0
            if variable >= columnCount {
                slope = -weights[variable - columnCount]
            } else {
                for entry in system.columns[variable].entries {
                    slope += weights[entry.row] * Int128(entry.coefficient)
                }
            }
            guard slope.magnitude > gain.magnitude else { continue }
            let bounds = bounds(variable)
            let rises = slope < 0
            guard
                rises
                    ? bounds.upper.map({ value[variable] < $0 }) ?? true
                    : bounds.lower.map({ value[variable] > $0 }) ?? true
            else { continue }
            best = (variable, rises)
            gain = slope
            if careful { break }
        }
        return best
    }

    /// The adjugate times the variable's column.
    private func product(_ variable: Int) -> [Int128] {
        (0..<rowCount).map { row in
            if variable >= columnCount { return adjugate[row * rowCount + variable - columnCount] }
            var sum: Int128 = 0
            for entry in system.columns[variable].entries {
                sum -= adjugate[row * rowCount + entry.row] * Int128(entry.coefficient)
            }
            return sum
        }
    }

    /// Moves a variable as far as the basis allows; false when nothing stops it, which cannot be.
    private mutating func move(
        _ variable: Int, rises: Bool, _ direction: [Int128], _ basics: [Int128], _ signs: [Int128]
    ) -> Bool {
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
        guard shortest != nil else { return false }
        guard let leaving else {
            let target = rises ? own.upper ?? 0 : own.lower ?? 0
            shift(variable, by: target - value[variable])
            value[variable] = target
            return true
        }
        pivot(variable, at: leaving.row, leavingAt: leaving.value, direction)
        return true
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
        let pivot = direction[row]
        for other in 0..<rowCount where other != row {
            for column in 0..<rowCount {
                let kept = adjugate[other * rowCount + column] * pivot
                let taken = direction[other] * adjugate[row * rowCount + column]
                adjugate[other * rowCount + column] = (kept - taken) / determinant
            }
        }
        determinant = pivot
        guard determinant < 0 else { return }
        determinant = -determinant
        for index in adjugate.indices { adjugate[index] = -adjugate[index] }
    }
}
