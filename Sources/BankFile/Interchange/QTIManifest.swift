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
        // A folder that was zipped as a whole has its manifest one step down; macOS adds a folder of its own.
        let names = archive.entries.map(\.name).filter { !$0.hasPrefix("__MACOSX/") && !$0.hasPrefix(".") }
        let found = names.filter { $0.split(separator: "/").last?.lowercased() == "imsmanifest.xml" }
        guard let name = found.min(by: { $0.utf8.count < $1.utf8.count }), let data = archive[name] else {
            paths = names.filter { $0.lowercased().hasSuffix(".xml") }.sorted()
            return
        }
        let xml = try XMLReader(
            data, at: place, damaged: .malformed(at: place, "imsmanifest.xml 有错", "imsmanifest.xml"))
        while let event = try xml.next() {
            guard case .start("resource") = event else { continue }
            let type = xml.attribute("type") ?? ""
            let path = xml.attribute("href").map { resolve($0, from: name) }
            try readResource(xml, path: path, isItem: type.contains("item"))
        }
        // Types that say nothing: whatever is an item will show itself.
        if paths.isEmpty { paths = names.filter { $0 != name && $0.lowercased().hasSuffix(".xml") }.sorted() }
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
        let plain = (String(bare).removingPercentEncoding ?? String(bare)).replacing("\\", with: "/")
        for part in plain.split(separator: "/") where part != "." {
            if part == ".." { _ = folder.popLast() } else { folder.append(String(part)) }
        }
        return folder.joined(separator: "/")
    }
}
