import ExamModel
import Yams

extension SettingsMap {
    /// Reports each mapping of a list that says under one of `keys` what an earlier mapping says there.
    package static func refuseRepeats(of keys: [String], in maps: [SettingsMap]) {
        var lines: [[String]: Int] = [:]
        for map in maps {
            for key in keys {
                guard let text = map.scalar(key)?.trimmed, !text.isEmpty else { continue }
                let line = map.line(of: key)
                guard let earlier = lines.updateValue(line, forKey: [key, text]) else { continue }
                map.document.report(
                    .badValue, line: line, "“\(key): \(text)”与第 \(earlier) 行重复，请删去或改写其中一处",
                    "“\(key): \(text)” repeats line \(earlier); remove or change one of them")
            }
        }
    }
}
