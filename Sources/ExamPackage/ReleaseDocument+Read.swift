import CanonicalJSON
import ExamModel
import Foundation
import Sealing

extension ReleaseDocument {
    static func read(_ data: Data, of file: String) throws(Refusal) -> ReleaseDocument {
        let place = Place(file: "\(file): \(PartName.release)")
        try FormatHeader.check(data, is: format, version: version, at: place)
        let document = try CanonicalJSON.decode(ReleaseDocument.self, from: data, at: place)
        guard document.algorithms == .standard else { throw .algorithmsUnknown(at: place) }
        return document
    }

    /// Nil when key and identifier do not belong together.
    var contentKey: ContentKey? { ReleaseKey(key: key, keyIdentifier: keyIdentifier).contentKey }
}
