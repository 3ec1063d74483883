import CanonicalJSON
import ExamModel
import Foundation
import Sealing

extension ReleaseDocument {
    static func read(_ data: Data, of file: String) throws(Refusal) -> ReleaseDocument {
        let place = Place(file: "\(file): \(PartName.release)")
        let version = try FormatHeader.check(data, is: format, versions: versions, at: place)
        let document = try CanonicalJSON.decode(ReleaseDocument.self, from: data, at: place)
        guard document.algorithms == .standard else { throw .algorithmsUnknown(at: place) }
        guard (document.ledgerSha256 != nil) == (version >= 2), (document.replacements != nil) == (version >= 2) else {
            throw .inconsistent(PartName.release, of: file)
        }
        return document
    }

    /// Nil when key and identifier do not belong together.
    var contentKey: ContentKey? { ReleaseKey(key: key, keyIdentifier: keyIdentifier).contentKey }
}
