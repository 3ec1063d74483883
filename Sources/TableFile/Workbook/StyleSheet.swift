import ExamModel
import Foundation
import XMLFile

/// The number formats of a workbook's cell styles (ECMA-376 part 1, 18.8).
struct StyleSheet {
    private var formats: [NumberFormat] = []

    init(_ data: Data?, at place: Place) throws(Refusal) {
        guard let data else { return }
        let xml = try XMLReader(workbook: data, at: place)
        var codes: [Int: String] = [:]
        var isInCellFormats = false
        var known: [Int: NumberFormat] = [:]
        while let event = try xml.next() {
            switch event {
            case .start("numFmt"):
                guard let id = xml.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
                codes[id] = xml.attribute("formatCode")
            case .start("cellXfs"): isInCellFormats = true
            case .end("cellXfs"): isInCellFormats = false
            case .start("xf") where isInCellFormats:
                let id = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
                let format = known[id] ?? NumberFormat(codes[id] ?? NumberFormat.builtIn(id))
                known[id] = format
                formats.append(format)
            default: break
            }
        }
    }

    /// The format of style `index`; General when the style is missing.
    func format(_ index: Int?) -> NumberFormat {
        guard let index, formats.indices.contains(index) else { return .general }
        return formats[index]
    }
}
