import ExamModel

/// Blueprint and pool as numbers: what may stand where, and the rows that every form is held to.
struct SearchProblem {
    /// A kind of place in a form: which items may stand there.
    struct Kind {
        let section: Int
        /// Index of the topic; nil when topics have a tolerance and any may stand here.
        let topic: Int?
        /// How many places a form has.
        let count: Int
        /// Indices into the pool, ascending.
        let candidates: [Int32]
    }

    /// An item's part in a row.
    struct Entry: BitwiseCopyable {
        let row: Int32
        let coefficient: Int32
    }

    let forms: Int
    let pool: [PoolEntry]
    let kinds: [Kind]
    let rows: [Row]
    /// What each row says.
    let rules: [BlueprintRule]
    /// For each place of a form its kind; places of a kind stand together.
    let kindOfPlace: [Int32]
    /// For each item the sections that admit it, as bits.
    let sectionsOfItem: [UInt64]
    /// For each item its topic's index in the blueprint; -1 when kinds do not look at topics.
    let topicOfItem: [Int32]
    /// `entries[starts[section * pool + item] ..< starts[… + 1]]`
    let starts: [Int32]
    let entries: [Entry]
    /// In how many forms each item may stand.
    let mostUses: [Int32]
    /// Items of every form.
    let mustHave: [Int32]
    let isMustHave: [Bool]
    /// Whether forms may share items.
    let sharing: Bool
    let mostShared: Int?

    var placesPerForm: Int { kindOfPlace.count }

    var sectionCount: Int { pool.isEmpty ? 0 : (starts.count - 1) / pool.count }

    /// An item's parts in the rows when it stands in a section.
    func parts(of item: Int, in section: Int) -> ArraySlice<Entry> {
        let index = section * pool.count + item
        return entries[Int(starts[index])..<Int(starts[index + 1])]
    }

    /// Whether places of a kind take an item.
    @inline(__always)
    func admits(_ item: Int, at kind: Kind) -> Bool {
        sectionsOfItem[item] >> UInt64(kind.section) & 1 == 1
            && (kind.topic.map { topicOfItem[item] == Int32($0) } ?? true)
    }

    /// Whether a round of the search takes longer than to look for conflicts.
    var isLarge: Bool { forms * placesPerForm > 1500 }

    /// Whether stirring takes longer than anybody waits.
    var isVeryLarge: Bool { forms * placesPerForm > 100_000 }

    /// - Parameter room: without a limit, how often an item of one form a candidate may be used, times an even use.
    init(_ blueprint: Blueprint, pool: [PoolEntry], room: Int = 2) {
        let sheet = RowSheet(blueprint, pool: pool)
        self.pool = pool
        forms = blueprint.forms
        kinds = sheet.kinds
        rows = sheet.rows
        rules = sheet.rules
        kindOfPlace = sheet.kinds.enumerated().flatMap { Array(repeating: Int32($0.offset), count: $0.element.count) }
        var sections = Array(repeating: UInt64(0), count: pool.count)
        var topics = Array(repeating: Int32(-1), count: pool.count)
        for kind in kinds {
            for item in kind.candidates {
                sections[Int(item)] |= 1 << UInt64(kind.section)
                if let topic = kind.topic { topics[Int(item)] = Int32(topic) }
            }
        }
        sectionsOfItem = sections
        topicOfItem = topics
        (starts, entries) = sheet.entries()
        let places = Dictionary(uniqueKeysWithValues: pool.enumerated().map { ($0.element.item.id, Int32($0.offset)) })
        mustHave = blueprint.rules.mustHave.compactMap { places[$0] }
        var isMustHave = Array(repeating: false, count: pool.count)
        for item in mustHave { isMustHave[Int(item)] = true }
        self.isMustHave = isMustHave
        mostUses = Self.mostUses(blueprint, kinds: kinds, mustHave: mustHave, items: pool.count, room)
        sharing = forms > 1 && mostUses.contains { $0 > 1 }
        mostShared = blueprint.rules.mostShared
    }

    /// What the blueprint says; for one form a candidate without a limit, room for so many times an even use.
    private static func mostUses(
        _ blueprint: Blueprint, kinds: [Kind], mustHave: [Int32], items: Int, _ room: Int
    ) -> [Int32] {
        var uses = Array(repeating: Int32(1), count: items)
        if let most = blueprint.rules.mostUses {
            uses = Array(repeating: Int32(min(most, blueprint.forms)), count: items)
        } else if blueprint.rules.delivery == .perCandidate {
            var demand = Array(repeating: 0, count: items)
            for kind in kinds {
                let share =
                    (kind.count * blueprint.forms + max(1, kind.candidates.count) - 1) / max(1, kind.candidates.count)
                for item in kind.candidates { demand[Int(item)] += share }
            }
            uses = demand.map { Int32(min(blueprint.forms, room * $0 + 4)) }
        }
        for item in mustHave { uses[Int(item)] = Int32(blueprint.forms) }
        return uses
    }
}
