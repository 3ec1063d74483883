package import Foundation

/// Web pages in one file (MHTML, RFC 2557): the HTML part is what counts.
package enum WebArchive {
    /// UTF-8 of the first HTML part; `nil` when the data is no such archive.
    package static func html(in data: Data) -> [UInt8]? {
        let bytes = [UInt8](data)
        guard isArchive(bytes), let message = Part(bytes[...]) else { return nil }
        return html(in: message, depth: 0)
    }

    private static func isArchive(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        return head.contains("mime-version:") || head.hasPrefix("content-type: multipart/")
    }

    private static func html(in part: Part, depth: Int) -> [UInt8]? {
        if let boundary = part.boundary, depth < 4 {
            return part.parts(dividedBy: boundary).lazy.compactMap { Part($0) }
                .compactMap { html(in: $0, depth: depth + 1) }.first
        }
        guard part.type.hasPrefix("text/html") || (depth == 0 && HTMLTable.isHTML(Array(part.body))) else {
            return nil
        }
        return (try? TextFile(name: "", data: Data(part.content)))?.bytes
    }

    /// A header and what follows it (RFC 2045).
    private struct Part {
        let type: String
        let boundary: String?
        private let transferEncoding: String
        let body: ArraySlice<UInt8>

        init?(_ bytes: ArraySlice<UInt8>) {
            var fields: [String: String] = [:]
            var last = ""
            var position = bytes.startIndex
            while position < bytes.endIndex {
                let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
                let line = String(decoding: bytes[position..<end], as: UTF8.self).filter { $0 != "\r" }
                position = min(end + 1, bytes.endIndex)
                if line.isEmpty {
                    if fields.isEmpty { continue }
                    break
                }
                if line.first?.isWhitespace == true {
                    fields[last, default: ""] += line
                } else if let colon = line.firstIndex(of: ":") {
                    last = line[..<colon].lowercased()
                    fields[last] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                } else {
                    return nil
                }
            }
            let content = fields["content-type"] ?? ""
            type = content.lowercased()
            transferEncoding = (fields["content-transfer-encoding"] ?? "").lowercased()
            boundary = content.firstMatch(of: /(?i)boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/).map {
                String($0.1 ?? $0.2 ?? "")
            }
            body = bytes[position...]
        }

        func parts(dividedBy boundary: String) -> [ArraySlice<UInt8>] {
            let mark = Array("--\(boundary)".utf8)
            var parts: [ArraySlice<UInt8>] = []
            var start: Int?
            var line = body.startIndex
            while line < body.endIndex {
                if body[line...].starts(with: mark) {
                    if let start { parts.append(body[start..<line]) }
                    start = (body[line...].firstIndex(of: 0x0A) ?? body.endIndex - 1) + 1
                }
                line = (body[line...].firstIndex(of: 0x0A) ?? body.endIndex - 1) + 1
            }
            if let start, start < body.endIndex { parts.append(body[start...]) }
            return parts
        }

        /// Decoded from quoted-printable or base64.
        var content: [UInt8] {
            switch transferEncoding {
            case "quoted-printable": Self.unquoted(body)
            case "base64": Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map { [UInt8]($0) } ?? []
            default: Array(body)
            }
        }

        private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var position = bytes.startIndex
            while position < bytes.endIndex {
                guard bytes[position] == UInt8(ascii: "=") else {
                    result.append(bytes[position])
                    position += 1
                    continue
                }
                let next = bytes[(position + 1)...].prefix(2)
                if next.first == 0x0A {
                    position += 2
                } else if next.elementsEqual([0x0D, 0x0A]) {
                    position += 3
                } else if next.count == 2, let byte = UInt8(String(decoding: next, as: UTF8.self), radix: 16) {
                    result.append(byte)
                    position += 3
                } else {
                    result.append(bytes[position])
                    position += 1
                }
            }
            return result
        }
    }
}
