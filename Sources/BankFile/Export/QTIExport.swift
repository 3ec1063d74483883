import AnswerKey
import ExamModel
import Foundation
import ZipFile

/// A package of QTI 3.0 items with a manifest (IMS Content Packaging 1.1) that carries topic and difficulty as LOM.
enum QTIExport {
    static func data(_ items: [DraftItem]) throws(Refusal) -> Data {
        let names = items.indices.map { "items/item-\($0 + 1).xml" }
        var parts = [(name: "imsmanifest.xml", data: Data(manifest(items, names).utf8))]
        for (offset, item) in items.enumerated() {
            parts.append((names[offset], Data(QTIItemText.text(item, identifier: "item-\(offset + 1)").utf8)))
        }
        return try ZipArchive.data(of: parts)
    }

    private static func manifest(_ items: [DraftItem], _ names: [String]) -> String {
        let content = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
        let lom = "http://ltsc.ieee.org/xsd/LOM"
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest xmlns=\"\(content)\" xmlns:lom=\"\(lom)\" "
        xml +=
            "identifier=\"bank\"><metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>"
        xml += "<organizations/><resources>\n"
        for (offset, item) in items.enumerated() {
            xml += "<resource identifier=\"item-\(offset + 1)\" type=\"imsqti_item_xmlv3p0\" href=\"\(names[offset])\">"
            xml += "<metadata><lom:lom><lom:educational><lom:difficulty><lom:source>LOMv1.0</lom:source><lom:value>"
            xml += QTIManifest.levels[item.difficulty.rawValue - 1]
            xml += "</lom:value></lom:difficulty></lom:educational>\(topic(item.topic))</lom:lom></metadata>"
            xml += "<file href=\"\(names[offset])\"/></resource>\n"
        }
        return xml + "</resources></manifest>\n"
    }

    private static func topic(_ topic: Topic) -> String {
        guard !topic.path.isEmpty else { return "" }
        let taxa = topic.path.map {
            "<lom:taxon><lom:entry><lom:string language=\"zh-CN\">\(MarkupText.escaped($0))</lom:string></lom:entry></lom:taxon>"
        }
        return "<lom:classification><lom:taxonPath>\(taxa.joined())</lom:taxonPath></lom:classification>"
    }
}
