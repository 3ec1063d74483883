import ExamModel
import Foundation
import XMLFile
import ZipFile

/// What `imsmanifest.xml` lists: the items' files, with topic and difficulty as learning object metadata (LOM).
struct QTIManifest {
    /// Items in order.
    private(set) var paths: [String] = []
    private var topics: [String: [String]] = [:]
    private var difficulties: [String: String] = [:]

    init(_ archive: ZipArchive, at place: Place) throws(Refusal) {
        guard let data = archive["imsmanifest.xml"] else {
            paths = archive.entries.map(\.name).filter { $0.hasSuffix(".xml") }.sorted()
            return
        }
        let xml = try XMLReader(
            data, at: place, damaged: .malformed(at: place, "imsmanifest.xml 有错", "imsmanifest.xml"))
        while let event = try xml.next() {
            guard case .start("resource") = event else { continue }
            let type = xml.attribute("type") ?? ""
            let path = xml.attribute("href").map { resolve($0, from: "") }
            try readResource(xml, path: path, isItem: type.contains("item"))
        }
    }

    private mutating func readResource(_ xml: XMLReader, path: String?, isItem: Bool) throws(Refusal) {
        var topic: [String] = []
        var difficulty = ""
        var open: [String] = []
        reading: while let event = try xml.next() {
            switch event {
            case .start(let name): open.append(name)
            case .text(let text) where open.contains("difficulty") && open.last == "value": difficulty += text
            case .text(let text) where open.contains("taxon"): topic.append(text.trimmed)
            case .end("resource"): break reading
            case .end: _ = open.popLast()
            default: break
            }
        }
        guard isItem, let path else { return }
        paths.append(path)
        topics[path] = topic.filter { !$0.isEmpty }
        difficulties[path] = difficulty.trimmed
    }

    func describe(_ item: inout RawItem, at path: String) {
        if item.topic.isEmpty { item.topic = (topics[path] ?? []).joined(separator: "/") }
        let level = difficulties[path].flatMap { Self.levels.firstIndex(of: $0) }
        if let level { item.difficulty = String(level + 1) }
    }

    /// LOM 5.8 Educational.Difficulty, from easy to hard.
    static let levels = ["very easy", "easy", "medium", "difficult", "very difficult"]

    /// A reference as a path in the archive.
    func resolve(_ reference: String, from path: String) -> String {
        var folder = path.split(separator: "/").dropLast().map(String.init)
        let bare = reference.prefix { $0 != "?" && $0 != "#" }
        for part in (String(bare).removingPercentEncoding ?? String(bare)).split(separator: "/") where part != "." {
            if part == ".." { _ = folder.popLast() } else { folder.append(String(part)) }
        }
        return folder.joined(separator: "/")
    }
}
