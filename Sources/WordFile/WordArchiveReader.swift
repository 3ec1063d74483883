import AtomicFile
import ExamModel
import Foundation
import TableFile
import XMLFile
import ZipFile

/// Reads a .docx package (ECMA-376, transitional and strict).
struct WordArchiveReader {
    let place: Place
    let archive: ZipArchive
    /// How many documents this one stands in.
    let depth: Int

    init(_ data: Data, at place: Place, depth: Int = 0) throws(Refusal) {
        (self.place, self.depth) = (place, depth)
        archive = try ZipArchive.read(data, file: place.file) { name in
            let kinds = [".xml", ".rels", ".mht", ".mhtml", ".htm", ".html", ".txt", ".docx", ".dat"]
            return kinds.contains { name.lowercased().hasSuffix($0) }
        }
    }

    func blocks() throws(Refusal) -> [WordBlock] {
        let damaged = Refusal.documentDamaged(at: place)
        let roots = try Relationships(of: "", in: archive, at: place, damaged: damaged)
        guard let path = roots.first(ofType: "officeDocument"), let data = archive[path] else {
            throw Refusal(
                .contentMismatch, at: place, "文件里没有 Word 正文，不是 .docx 文档，请在 Word 或 WPS 中另存为 .docx。",
                "The file holds no document; save it as .docx in a word processor.")
        }
        let parts = try Relationships(of: path, in: archive, at: place, damaged: damaged)
        let xml = try XMLReader(data, at: place, damaged: damaged)
        let reader = WordBodyReader(
            xml, at: place,
            styles: try WordStyles(parts.first(ofType: "styles").flatMap { archive[$0] }, at: place),
            numbering: try WordNumbering(parts.first(ofType: "numbering").flatMap { archive[$0] }, at: place),
            embedded: { id throws(Refusal) in try embedded(parts.target(of: id, type: "aFChunk")) })
        while let event = try xml.next() {
            guard case .start("body") = event else { continue }
            return try reader.blocks(until: "body")
        }
        throw damaged
    }

    /// What stands in a part that Word takes in when it opens the document (17.17.2 altChunk).
    private func embedded(_ path: String?) throws(Refusal) -> [WordBlock] {
        guard let path, let data = archive[path], depth < WordLimits.depth else { return [.part(path ?? "")] }
        if data.starts(with: Array("PK".utf8)) {
            return try WordArchiveReader(data, at: place, depth: depth + 1).blocks()
        }
        if let html = WebArchive.html(in: data) { return try HTMLBodyReader.blocks(of: html, at: place) }
        let name = path.lowercased()
        guard let text = try? TextFile(name: path, data: data) else { return [.part(path)] }
        if name.hasSuffix(".htm") || name.hasSuffix(".html") || HTMLTable.isHTML(text.bytes) {
            return try HTMLBodyReader.blocks(of: text.bytes, at: place)
        }
        guard name.hasSuffix(".txt") else { return [.part(path)] }
        return String(decoding: text.bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        )
        .map { .paragraph(String($0)) }
    }
}
