import ExamModel
import Foundation
import XMLFile

/// Automatic numbers of paragraphs (ECMA-376 part 1, 17.9): what `numbering.xml` defines, and how far each list has
/// counted.
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        /// With `%1` for the number of the first level.
        var text = ""
        /// A number that does not begin again (17.9.10); `nil` begins again after any higher level.
        var restart: Int?
        /// All numbers in it are decimal (17.9.4).
        var isLegal = false
    }

    private struct List {
        var levels: [Int: Level] = [:]
        var styleLink: String?
    }

    /// A list as paragraphs name it (`numId`).
    private struct Instance {
        var list = ""
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private var lists: [String: List] = [:]
    private var instances: [String: Instance] = [:]
    /// Counts by list and level; instances of one list count together.
    private var counts: [String: [Int: Int]] = [:]
    /// Instances whose own starts were taken into account.
    private var begun: Set<String> = []

    init(_ data: Data?, at place: Place) throws(Refusal) {
        guard let data else { return }
        let xml = try XMLReader(data, at: place, damaged: .documentDamaged(at: place))
        while let event = try xml.next() {
            switch event {
            case .start("abstractNum"):
                let id = xml.attribute(anywhere: "abstractNumId") ?? ""
                lists[id] = try Self.list(xml)
            case .start("num"):
                let id = xml.attribute(anywhere: "numId") ?? ""
                instances[id] = try Self.instance(xml)
            default: break
            }
        }
    }

    private static func list(_ xml: XMLReader) throws(Refusal) -> List {
        var list = List()
        while let event = try xml.next() {
            switch event {
            case .start("lvl"):
                let index = xml.attribute(anywhere: "ilvl").flatMap { Int($0) } ?? 0
                list.levels[index] = try level(xml)
            case .start("numStyleLink"): list.styleLink = xml.attribute(anywhere: "val")
            case .end("abstractNum"): return list
            default: break
            }
        }
        return list
    }

    private static func instance(_ xml: XMLReader) throws(Refusal) -> Instance {
        var instance = Instance()
        var index = 0
        while let event = try xml.next() {
            switch event {
            case .start("abstractNumId"): instance.list = xml.attribute(anywhere: "val") ?? ""
            case .start("lvlOverride"): index = xml.attribute(anywhere: "ilvl").flatMap { Int($0) } ?? 0
            case .start("startOverride"):
                instance.starts[index] = xml.attribute(anywhere: "val").flatMap { Int($0) } ?? 1
            case .start("lvl"): instance.levels[index] = try level(xml)
            case .end("num"): return instance
            default: break
            }
        }
        return instance
    }

    private static func level(_ xml: XMLReader) throws(Refusal) -> Level {
        var level = Level()
        while let event = try xml.next() {
            switch event {
            case .start("start"): level.start = xml.attribute(anywhere: "val").flatMap { Int($0) } ?? 1
            case .start("numFmt"): level.format = xml.attribute(anywhere: "val") ?? "decimal"
            case .start("lvlText"): level.text = xml.attribute(anywhere: "val") ?? ""
            case .start("lvlRestart"): level.restart = xml.attribute(anywhere: "val").flatMap { Int($0) }
            case .start("isLgl"): level.isLegal = xml.attribute(anywhere: "val") != "0"
            case .end("lvl"): return level
            default: break
            }
        }
        return level
    }

    /// Counts a paragraph of list `id` at `level` and gives its label; empty for bullets and unknown lists.
    ///
    /// - Parameter linked: the list that a numbering style names.
    mutating func next(_ id: String, level: Int, linked: (String) -> String?) -> String {
        guard var instance = instances[id] else { return "" }
        if let style = lists[instance.list]?.styleLink, let other = linked(style), let target = instances[other] {
            instance.list = target.list
        }
        guard let list = lists[instance.list], let own = instance.levels[level] ?? list.levels[level] else { return "" }
        if begun.insert(id).inserted {
            for (index, start) in instance.starts { counts[instance.list, default: [:]][index] = start - 1 }
        }
        var numbers = counts[instance.list] ?? [:]
        numbers[level] = numbers[level].map { $0 + 1 } ?? own.start
        for deeper in list.levels.keys where deeper > level {
            if let restart = list.levels[deeper]?.restart, restart == 0 || level >= restart { continue }
            numbers[deeper] = nil
        }
        counts[instance.list] = numbers
        return label(of: own) { index in
            let shown = instance.levels[index] ?? list.levels[index]
            return (numbers[index] ?? shown?.start ?? 1, own.isLegal ? "decimal" : shown?.format ?? "decimal")
        }
    }

    /// The label, ended by a full stop if the list shows the bare number or letter.
    private func label(of level: Level, _ number: (Int) -> (value: Int, format: String)) -> String {
        guard level.format != "bullet" else { return "" }
        var label = ""
        var isPlaceholder = false
        for character in level.text {
            if isPlaceholder, let digit = character.wholeNumberValue, digit > 0 {
                let (value, format) = number(digit - 1)
                label += NumberFormatName.text(value, format)
            } else if character != "%" {
                label.append(character)
            }
            isPlaceholder = character == "%"
        }
        guard let last = label.last(where: { !$0.isWhitespace }) else { return "" }
        return last.isASCII && (last.isLetter || last.isNumber) ? label + "." : label
    }
}
