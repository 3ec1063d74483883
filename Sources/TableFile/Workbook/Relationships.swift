package import ExamModel
import Foundation
import XMLFile
package import ZipFile

/// Which parts a part of the package points to (ECMA-376 part 2, 9.3).
package struct Relationships {
    /// Of the `r:id` attribute, transitional and strict.
    package static let namespaces = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ]

    private struct Relationship {
        let id: String
        /// The last part of the type's address: `worksheet`, `styles`, …
        let type: Substring
        let target: String
    }

    private var relationships: [Relationship] = []

    /// `source` is a part's path in the archive, empty for the package itself.
    package init(
        of source: String, in archive: ZipArchive, at place: Place, damaged: Refusal
    ) throws(Refusal) {
        try self.init(of: source, at: place, damaged: damaged) { archive[$0] }
    }

    init(of source: String, in archive: ZipReader, at place: Place, damaged: Refusal) throws(Refusal) {
        try self.init(of: source, at: place, damaged: damaged) { name throws(Refusal) in try archive.data(name) }
    }

    private init(
        of source: String, at place: Place, damaged: Refusal, part: (String) throws(Refusal) -> Data?
    ) throws(Refusal) {
        var folder = source.split(separator: "/").map(String.init)
        let name = folder.popLast() ?? ""
        guard let data = try part((folder + ["_rels", name + ".rels"]).joined(separator: "/")) else { return }
        let xml = try XMLReader(data, at: place, damaged: damaged)
        while let event = try xml.next() {
            guard case .start("Relationship") = event, xml.attribute("TargetMode") != "External",
                let id = xml.attribute("Id"), let target = xml.attribute("Target"), let type = xml.attribute("Type")
            else { continue }
            let last = type.split(separator: "/").last ?? ""
            relationships.append(Relationship(id: id, type: last, target: Self.resolve(target, from: folder)))
        }
    }

    package func first(ofType type: String) -> String? {
        relationships.first { $0.type == type }?.target
    }

    package func target(of id: String, type: String) -> String? {
        relationships.first { $0.id == id && $0.type == type }?.target
    }

    private static func resolve(_ target: String, from folder: [String]) -> String {
        var path = target.hasPrefix("/") ? [] : folder
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = path.popLast() } else { path.append(String(part)) }
        }
        return path.joined(separator: "/")
    }
}
