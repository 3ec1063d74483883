package import ExamModel
package import Foundation

/// A regrade file (更正文件) as people write it: which keys were wrong, in letters of the bank, and why.
package struct WrittenRegrade: Hashable, Sendable {
    package enum Change: Hashable, Sendable {
        case replace([String])
        case accept([String])
        case void
    }

    package struct Correction: Hashable, Sendable {
        package let item: ItemID
        package let change: Change
        package let reason: String
        package let line: Int
    }

    package let file: String
    /// What the whole decision rests on: the appeal, the judges' minutes.
    package let reason: String
    package let corrections: [Correction]

    /// Everything wrong in the file is reported together.
    package static func read(_ url: URL) throws(Refusal) -> WrittenRegrade {
        let document = try SettingsDocument(url)
        let top = document.top
        top.expect(["reason", "corrections"])
        let reason = top.text("reason", example: "第3号申诉的裁定")
        let maps = top.maps("corrections", example: "- item: Q0123456789abcdef")
        SettingsMap.refuseRepeats(of: ["item"], in: maps ?? [])
        if let maps, maps.isEmpty {
            top.refuse("corrections", "[]", line: top.line(of: "corrections"), expected: "至少一条更正", "at least one")
        }
        let corrections = maps?.compactMap(correction)
        guard let reason, let corrections else { return try document.finish(nil) }
        return try document.finish(
            WrittenRegrade(file: document.file, reason: reason, corrections: corrections))
    }

    private static func correction(_ map: SettingsMap) -> Correction? {
        map.expect(["item", "key", "accept", "void", "reason"])
        let item = map.text("item", example: "Q0123456789abcdef")
        let reason = map.text("reason", example: "《劳动合同法》第四十六条")
        let ways = ["key", "accept", "void"].filter(map.has)
        guard ways.count == 1 else {
            map.document.report(
                .badValue, line: map.line, "每条更正写 key（改答案）、accept（增加正确答案）、void: true（作废）之一",
                "each correction has one of key, accept, void: true")
            return nil
        }
        let change: Change? =
            switch ways[0] {
            case "key": map.answers("key").map { .replace($0) }
            case "accept": map.answers("accept").map { .accept($0) }
            default: map.flag("void") == true ? .void : nil
            }
        if ways[0] == "void", change == nil, map.flag("void") == false {
            map.refuse("void", "false", line: map.line(of: "void"), expected: " true", "true")
        }
        guard let item, let reason, let change else { return nil }
        return Correction(item: ItemID(item), change: change, reason: reason, line: map.line)
    }
}

extension SettingsMap {
    /// One text, or a list of them.
    fileprivate func answers(_ key: String) -> [String]? {
        if let text = scalar(key), !text.isBlank { return [text] }
        return texts(key, example: "[A, C]")
    }
}
