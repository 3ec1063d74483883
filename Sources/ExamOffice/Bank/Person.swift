import Foundation

/// Who is at work, where nobody says.
enum Person {
    /// `KAOCHANG_USER`, else the name under which somebody logged in here; empty when there is neither.
    static var atThisMachine: String {
        let environment = ProcessInfo.processInfo.environment
        return [environment["KAOCHANG_USER"], environment["LOGNAME"], environment["USER"], NSUserName()]
            .compactMap(\.self).first { !$0.isEmpty } ?? ""
    }
}
