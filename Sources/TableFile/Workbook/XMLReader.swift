import CXML
import ExamModel
import Foundation

/// A pull parser over libxml2's xmlReader. Document types and entities are refused, nothing is ever fetched, and the
/// library's own bounds hold (nesting of 256, 10 MB a text).
final class XMLReader {
    enum Event {
        case start(String)
        case end(String)
        case text(String)
    }

    /// Once for the process, before any thread parses.
    private static let prepare: Void = xmlInitParser()

    private let reader: xmlTextReaderPtr
    /// What the library reads from, without copying.
    private let bytes: UnsafeMutableBufferPointer<CChar>
    private let place: Place
    /// The name of an empty element whose end is still to be told.
    private var pendingEnd: String?

    init(_ data: Data, at place: Place) throws(Refusal) {
        Self.prepare
        self.place = place
        bytes = .allocate(capacity: max(data.count, 1))
        _ = data.copyBytes(to: bytes)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        guard let size = Int32(exactly: data.count),
            let reader = xmlReaderForMemory(bytes.baseAddress, size, nil, nil, Int32(options))
        else {
            bytes.deallocate()
            throw WorkbookReader.damaged(at: place)
        }
        self.reader = reader
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    /// The next start, end or text with local names; `nil` at the end of the document. Empty elements have an end too.
    func next() throws(Refusal) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name)
        }
        while true {
            let state = xmlTextReaderRead(reader)
            guard state >= 0 else { throw WorkbookReader.damaged(at: place) }
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
            throw Refusal(
                .xmlEntityRefused, at: place, "文件内含有 XML 实体声明，不是正常的电子表格，不予读取。",
                "The file declares XML entities, which no spreadsheet program writes.")
        default: return nil
        }
    }

    /// The attribute of the element whose start was just told, in no namespace or in one of `namespaces`.
    func attribute(_ name: String, in namespaces: [String] = []) -> String? {
        let isFound =
            namespaces.isEmpty
            ? xmlTextReaderMoveToAttribute(reader, name) == 1
            : namespaces.contains { xmlTextReaderMoveToAttributeNs(reader, name, $0) == 1 }
        guard isFound else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return value
    }

    private var localName: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }
    private var value: String { xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "" }
}
