import ExamModel
import Foundation
import XMLFile

/// What `workbook.xml` says: the sheets in order and how dates count (ECMA-376 part 1, 18.2).
struct Workbook {
    struct Sheet {
        let name: String
        let relationship: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var usesDatesFrom1904 = false

    init(_ data: Data, at place: Place) throws(Refusal) {
        let xml = try XMLReader(workbook: data, at: place)
        while let event = try xml.next() {
            switch event {
            case .start("workbookPr"): usesDatesFrom1904 = ["1", "true"].contains(xml.attribute("date1904"))
            case .start("sheet"):
                let id = xml.attribute("id", in: Relationships.namespaces) ?? ""
                let state = xml.attribute("state") ?? "visible"
                sheets.append(Sheet(name: xml.attribute("name") ?? "", relationship: id, isHidden: state != "visible"))
            default: break
            }
        }
    }
}
