import Foundation

/// A text without regard to width and spacing (NFKC, no white space), by which texts are compared.
enum NormalText {
    static func of(_ text: String) -> String {
        var text = text
        let quick = text.withUTF8 { bytes -> String? in
            var isPlain = true
            let normal = String(unsafeUninitializedCapacity: bytes.count) { normal in
                guard let count = fold(bytes, into: normal) else {
                    isPlain = false
                    return 0
                }
                return count
            }
            return isPlain ? normal : nil
        }
        return quick ?? general(text)
    }

    /// How many bytes the normal text takes, never more than before; `nil` when only the tables of Unicode can fold it.
    private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into normal: UnsafeMutableBufferPointer<UInt8>)
        -> Int?
    {
        var (index, count) = (0, 0)
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                switch lead {
                case 0x21...0x7e:
                    normal[count] = lead
                    count += 1
                case 0x20, 0x09, 0x0a, 0x0d: break
                default: return nil
                }
                continue
            }
            guard lead >= 0xe2, lead < 0xf0, index + 2 < bytes.count else { return nil }
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            let scalar = UInt32(lead & 0x0f) << 12 | UInt32(second & 0x3f) << 6 | UInt32(third & 0x3f)
            index += 3
            switch scalar {
            case 0x4e00...0x9fff, 0x3001, 0x3002, 0x3008...0x3011, 0x2018, 0x2019, 0x201c, 0x201d:
                (normal[count], normal[count + 1], normal[count + 2]) = (lead, second, third)
                count += 3
            case 0xff01...0xff5e:
                normal[count] = UInt8(scalar - 0xfee0)
                count += 1
            case 0x3000: break
            default: return nil
            }
        }
        return count
    }

    /// The same for every text. The quick way above knows what nearly all Chinese texts are made of.
    static func general(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }
}
