import CXML
package import ExamModel
package import Foundation

/// A pull parser over libxml2's xmlReader: the only door to that library. In XML, document types and entities are
/// refused, nothing is ever fetched, and the library's own bounds hold (nesting of 256, 10 MB a text). HTML is read as
/// browsers do, whatever is missing or crossed in it.
package final class XMLReader {
    package enum Event {
        case start(String)
        case end(String)
        case text(String)
    }

    /// Once for the process, before any thread parses.
    private static let prepare: Void = xmlInitParser()

    private let reader: xmlTextReaderPtr
    /// The tree of an HTML text, which the reader walks.
    private let tree: htmlDocPtr?
    /// What the library reads from, without copying.
    private let bytes: UnsafeMutableBufferPointer<CChar>
    private let place: Place
    private let damaged: Refusal
    /// The name of an empty element whose end is still to be told.
    private var pendingEnd: String?

    /// - Parameters:
    ///   - place: where a refused entity is reported.
    ///   - damaged: what is thrown when the text is no XML.
    package init(_ data: Data, at place: Place, damaged: Refusal) throws(Refusal) {
        Self.prepare
        (self.place, self.damaged, tree) = (place, damaged, nil)
        bytes = .allocate(capacity: max(data.count, 1))
        _ = data.copyBytes(to: bytes)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        guard let size = Int32(exactly: data.count),
            let reader = xmlReaderForMemory(bytes.baseAddress, size, nil, nil, Int32(options))
        else {
            bytes.deallocate()
            throw damaged
        }
        self.reader = reader
    }

    /// Reads HTML. `html` is UTF-8, whatever the text says of itself.
    package init(html: [UInt8], at place: Place, damaged: Refusal) throws(Refusal) {
        Self.prepare
        (self.place, self.damaged) = (place, damaged)
        bytes = .allocate(capacity: max(html.count, 1))
        _ = bytes.initialize(from: html.lazy.map { CChar(bitPattern: $0) })
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        guard let size = Int32(exactly: html.count),
            let tree = htmlReadMemory(bytes.baseAddress, size, nil, "utf-8", Int32(options))
        else {
            bytes.deallocate()
            throw damaged
        }
        guard let reader = xmlReaderWalker(tree) else {
            xmlFreeDoc(tree)
            bytes.deallocate()
            throw damaged
        }
        self.tree = tree
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
        if let tree { xmlFreeDoc(tree) }
        bytes.deallocate()
    }

    /// The next start, end or text with local names; `nil` at the end of the document. Empty elements have an end too.
    package func next() throws(Refusal) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while true {
            let state = xmlTextReaderRead(reader)
            guard state >= 0 else { throw damaged }
            if state == 0 { return nil }
            if let event = try event() { return event }
        }
    }

    private func event() throws(Refusal) -> Event? {
        switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
        case XML_READER_TYPE_ELEMENT:
            let name = localName
            if xmlTextReaderIsEmptyElement(reader) == 1 { pendingEnd = name }
            return .start(name)
        case XML_READER_TYPE_END_ELEMENT: return .end(localName)
        case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return .text(value)
        case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE, XML_READER_TYPE_ENTITY:
            guard tree == nil else { return nil }
            throw .xmlEntity(at: place)
        default: return nil
        }
    }

    /// The attribute of the element whose start was just told, in no namespace or in one of `namespaces`.
    package func attribute(_ name: String, in namespaces: [String] = []) -> String? {
        let isFound =
            namespaces.isEmpty
            ? xmlTextReaderMoveToAttribute(reader, name) == 1
            : namespaces.contains { xmlTextReaderMoveToAttributeNs(reader, name, $0) == 1 }
        guard isFound else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return value
    }

    /// The attribute with this local name, whatever its namespace.
    package func attribute(anywhere name: String) -> String? {
        var state = xmlTextReaderMoveToFirstAttribute(reader)
        defer { xmlTextReaderMoveToElement(reader) }
        while state == 1 {
            if localName == name { return value }
            state = xmlTextReaderMoveToNextAttribute(reader)
        }
        return nil
    }

    /// Reads past the element `name` whose start was just told.
    package func skip(_ name: String) throws(Refusal) {
        var depth = 1
        while depth > 0, let event = try next() {
            switch event {
            case .start(name): depth += 1
            case .end(name): depth -= 1
            default: break
            }
        }
    }

    /// The line of the text on which the element begins whose start was just told, from 1.
    package var line: Int { xmlTextReaderCurrentNode(reader).map { max(Int(xmlGetLineNo($0)), 1) } ?? 1 }

    private var localName: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }
    private var value: String { xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "" }
}

extension FindingCode {
    /// A document type or entity: never written by an office program.
    package static let xmlEntityRefused: FindingCode = "XML_ENTITY_REFUSED"
}

extension Refusal {
    static func xmlEntity(at place: Place) -> Refusal {
        Refusal(
            .xmlEntityRefused, at: place, "文件内含有 XML 实体声明，正常软件不会这样写，为安全起见不予读取。",
            "The file declares XML entities, which no office program writes; it is not read.")
    }
}
