package import ExamModel
import Foundation
package import Sealing

/// Somebody who may sign in at a site's console.
package struct Account: Hashable, Sendable, Codable {
    /// 1 to 32 letters, digits, `.`, `_` and `-`, composed as Unicode's NFC.
    package let name: String
    package let role: AccountRole
    let password: PasswordHash

    /// Refuses a name that is none: ACCOUNT_NAME.
    package init(name: String, role: AccountRole, password: Passphrase) throws(Refusal) {
        self.name = try Self.spelled(name)
        self.role = role
        self.password = try PasswordHash(password)
    }

    /// The one spelling of a name. Refuses what can be none: ACCOUNT_NAME.
    package static func spelled(_ typed: String) throws(Refusal) -> String {
        guard let name = name(typed) else {
            throw Refusal(
                .accountName, "账户名“\(typed)”不合要求：1 到 32 个汉字、字母、数字，或 . _ -",
                "\(typed) is no name of an account: 1 to 32 letters, digits, or . _ -")
        }
        return name
    }

    /// The one spelling of a name as somebody types it; nil for what can be none.
    static func name(_ typed: String) -> String? {
        let name = typed.precomposedStringWithCanonicalMapping
        let isFine = name.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
        return isFine && (1...32).contains(name.count) && name.utf8.count <= 128 ? name : nil
    }
}

extension FindingCode {
    static let accountName: FindingCode = "ACCOUNT_NAME"
}
