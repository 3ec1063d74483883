import ExamModel
package import Foundation
import Yams

extension SettingsMap {
    /// A date and time, spelt as ``Moment`` reads it.
    package func moment(_ key: String) -> Date? {
        guard let (node, line) = node(key, example: "2020-06-20 09:00") else { return nil }
        let text = node.scalar?.string ?? ""
        guard let moment = Moment(text) else {
            refuse(
                key, text, line: line, expected: "日期和时间，例如 2020-06-20 09:00", "a date and time such as 2020-06-20 09:00"
            )
            return nil
        }
        if moment.date == nil {
            document.report(.noSuchDate, line: line, moment.complaint.chinese, moment.complaint.english)
        }
        return moment.date
    }
}
