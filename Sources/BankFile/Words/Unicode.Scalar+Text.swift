import ExamModel

/// What lines of exam text are told by. They are held scalar by scalar, in a quarter of the room that characters take; no
/// mark that means anything is written with more than one.
extension Unicode.Scalar {
    var isWhitespace: Bool { isBlank }

    var isNumber: Bool { isASCII ? (48...57).contains(value) : properties.numericType != nil }

    var isLetter: Bool {
        isASCII ? (65...90).contains(value & ~0x20) : (0x4E00...0x9FFF).contains(value) || properties.isAlphabetic
    }

    /// A for 0, up to Z.
    static func letter(at index: Int) -> Unicode.Scalar { Unicode.Scalar(UInt8(65 + min(max(index, 0), 25))) }

    var asciiValue: UInt8? { isASCII ? UInt8(value) : nil }
}

extension String {
    init(_ scalars: some Collection<Unicode.Scalar>) {
        self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
            var count = 0
            for scalar in scalars {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    bytes[count] = byte
                    count += 1
                }
            }
            return count
        }
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}

extension Sequence<Unicode.Scalar> {
    func starts(with text: String) -> Bool { starts(with: text.unicodeScalars) }
}
