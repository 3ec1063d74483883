import ExamModel

/// What formats without a place for it carry in tags: `难度：较难`, `题型：填空题`, `案例材料`, `案例小题`.
struct ItemTags {
    var type: StatedType?
    var difficulty = ""
    var isMaterial = false
    var isPart = false

    static let material = "案例材料"
    static let part = "案例小题"

    init() {}

    mutating func read(_ tag: some StringProtocol) {
        let tag = tag.trimmed
        if tag == Self.material { isMaterial = true }
        if tag == Self.part { isPart = true }
        guard let colon = tag.firstIndex(where: { $0 == "：" || $0 == ":" || $0 == "=" }) else { return }
        let value = tag[tag.index(after: colon)...].trimmed
        switch tag[..<colon] {
        case "难度": difficulty = value
        case "题型": type = StatedType(word: value)
        default: break
        }
    }

    /// The tags of `draft`; those of a case's items say that they are.
    static func of(_ type: ItemType, _ difficulty: Difficulty, isPart: Bool) -> [String] {
        (isPart ? [part] : type == .caseSet ? [material] : [])
            + ["题型：\(type.name.chinese)"] + (isPart ? [] : ["难度：\(difficulty.name.chinese)"])
    }
}

/// Puts the items of a case together as they come: material, then its items.
struct CaseCollector {
    private(set) var items: [RawItem] = []

    mutating func add(_ item: RawItem, tags: ItemTags) {
        var item = item
        if let type = tags.type, type != .unstated { item.type = type }
        if !tags.difficulty.isEmpty { item.difficulty = tags.difficulty }
        if tags.isPart, let last = items.indices.last, items[last].type == .known(.caseSet) {
            items[last].parts.append(item)
        } else {
            items.append(item)
        }
    }
}
