import Foundation

extension CanonicalEncoder {
    /// Writes text, whole numbers and what has a spelling of its own; returns false for other values.
    ///
    /// Types are compared before they are cast: a cast that fails costs more than all of this.
    func writeSimple<Value: Encodable>(_ value: Value) throws -> Bool {
        let type = ObjectIdentifier(Value.self)
        if type == ObjectIdentifier(String.self), let text = value as? String {
            append { $0.append(quoted: text) }
        } else if type == ObjectIdentifier(Int.self), let number = value as? Int {
            append { $0.append(number: number) }
        } else if type == ObjectIdentifier(Double.self), let number = value as? Double {
            try write(number)
        } else if type == ObjectIdentifier(Date.self), let date = value as? Date {
            append { $0.append(quoted: date.ISO8601Format()) }
        } else if type == ObjectIdentifier(Data.self), let data = value as? Data {
            append { $0.append(quoted: data.base64EncodedString()) }
        } else if type == ObjectIdentifier(URL.self), let url = value as? URL {
            append { $0.append(quoted: url.absoluteString) }
        } else if type == ObjectIdentifier(Decimal.self), let decimal = value as? Decimal {
            append { $0.append(unquoted: decimal.description) }
        } else {
            return false
        }
        return true
    }

    /// JSON has no number for infinity and for what is no number.
    func write(_ number: some BinaryFloatingPoint & LosslessStringConvertible) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number,
                EncodingError.Context(codingPath: codingPath, debugDescription: "\(number) is no number in JSON"))
        }
        append { $0.append(number: number) }
    }

    func write(_ value: Bool) {
        append { $0.append(value ? "true" : "false") }
    }

    func writeNull() {
        append { $0.append("null") }
    }
}
