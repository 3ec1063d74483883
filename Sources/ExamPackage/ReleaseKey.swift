import ExamModel
import Foundation
import Sealing

/// The key of a paper's forms, as JSON: both members as `openssl cms -secretkey … -secretkeyid …` takes them.
struct ReleaseKey: Codable {
    let key: String
    let keyIdentifier: String

    init(_ key: ContentKey) {
        self.key = key.hexadecimal
        keyIdentifier = Hexadecimal.text(of: key.identifier)
    }

    init(key: String, keyIdentifier: String) {
        self.key = key
        self.keyIdentifier = keyIdentifier
    }

    /// Nil when the two members do not belong together.
    var contentKey: ContentKey? {
        guard let contentKey = ContentKey(hexadecimal: key),
            Hexadecimal.text(of: contentKey.identifier) == keyIdentifier
        else { return nil }
        return contentKey
    }
}
