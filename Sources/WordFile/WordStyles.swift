import ExamModel
import Foundation
import XMLFile

/// Which lists the paragraph styles of a document belong to (ECMA-376 part 1, 17.7).
struct WordStyles {
    struct Listing: Hashable {
        var list: String?
        var level: Int?
    }

    private struct Style {
        var base: String?
        var listing = Listing()
    }

    private var styles: [String: Style] = [:]
    private var standard: String?

    init(_ data: Data?, at place: Place) throws(Refusal) {
        guard let data else { return }
        let xml = try XMLReader(data, at: place, damaged: .documentDamaged(at: place))
        var id = ""
        while let event = try xml.next() {
            guard case .start(let name) = event else { continue }
            switch name {
            case "style":
                id = xml.attribute(anywhere: "styleId") ?? ""
                styles[id] = Style()
                if xml.attribute(anywhere: "default") == "1", xml.attribute(anywhere: "type") == "paragraph" {
                    standard = id
                }
            case "basedOn": styles[id]?.base = xml.attribute(anywhere: "val")
            case "numId": styles[id]?.listing.list = xml.attribute(anywhere: "val")
            case "ilvl": styles[id]?.listing.level = xml.attribute(anywhere: "val").flatMap { Int($0) }
            default: break
            }
        }
    }

    /// What style `id`, or those it is based on, says of lists.
    func listing(of id: String?) -> Listing {
        var listing = Listing()
        var next = id ?? standard
        // Styles that are based on each other in a ring end here too.
        for _ in 0..<32 {
            guard let name = next, let style = styles[name] else { break }
            listing.list = listing.list ?? style.listing.list
            listing.level = listing.level ?? style.listing.level
            next = style.base
        }
        return listing
    }
}
