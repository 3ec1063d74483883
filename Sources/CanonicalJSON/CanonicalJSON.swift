package import ExamModel
package import Foundation

/// The one spelling of a value as JSON (RFC 8259), for bytes that are hashed and signed: UTF-8, keys sorted, no blanks,
/// no escaped slashes, times as RFC 3339 in UTC with whole seconds, nothing after the last bracket.
///
/// Values whose `encode(to:)` depends on more than their contents (a `Set`, whose order changes from run to run) have no
/// canonical spelling: sort them first.
package enum CanonicalJSON {
    package static func encode(_ value: some Encodable) throws(Refusal) -> Data {
        do {
            return try CanonicalEncoder.data(of: value)
        } catch {
            throw Refusal(
                .notEncodable, "无法写成 JSON：\(error)", "This cannot be written as JSON: \(error)")
        }
    }

    /// Reads a value and refuses every spelling but the canonical one, so that two readers can never see two things in
    /// the same bytes. `place` names the input in the refusal.
    package static func decode<Value: Codable>(
        _ type: Value.Type, from data: Data, at place: Place = Place()
    ) throws(Refusal) -> Value {
        let value = try decodeAny(type, from: data, at: place)
        guard try encode(value) == data else {
            throw Refusal(
                .notCanonical, at: place, "JSON 不是规范写法（键排序、无空格、无多余字段），文件可能被改动过。",
                "The JSON is not in canonical form (keys sorted, no blanks, no further fields): it may have been edited."
            )
        }
        return value
    }

    /// Reads a value in any spelling and with any further fields, such as the first look at a file's format and version.
    package static func decodeAny<Value: Decodable>(
        _ type: Value.Type, from data: Data, at place: Place = Place()
    ) throws(Refusal) -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            return try decoder.decode(type, from: data)
        } catch {
            let reason = Self.reason(of: error)
            throw Refusal(
                .notReadable, at: place, "JSON 内容无法识别：\(reason)", "The JSON does not hold what it should: \(reason)")
        }
    }

    private static func reason(of error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "“\(key.stringValue)” ?"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            (context.codingPath.map(\.stringValue) + [context.debugDescription]).joined(separator: ": ")
        default: "\(error)"
        }
    }
}

extension FindingCode {
    package static let notEncodable: FindingCode = "JSON_NOT_ENCODABLE"
    package static let notReadable: FindingCode = "JSON_NOT_READABLE"
    package static let notCanonical: FindingCode = "JSON_NOT_CANONICAL"
}
