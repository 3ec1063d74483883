import Foundation

/// A text without regard to width and spacing (NFKC, no white space), by which texts are compared.
enum NormalText {
    static func of(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x21...0x7e, 0x4e00...0x9fff, 0x3001, 0x3002, 0x3008...0x3011, 0x2018, 0x2019, 0x201c, 0x201d:
                scalars.append(scalar)
            case 0xff01...0xff5e:
                scalars.append(Unicode.Scalar(scalar.value - 0xfee0) ?? scalar)
            case 0x20, 0x09, 0x0a, 0x0d, 0xa0, 0x3000:
                continue
            default:
                return general(text)
            }
        }
        return String(scalars)
    }

    /// The same for every text. The quick way above knows what nearly all Chinese texts are made of.
    static func general(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    }
}
