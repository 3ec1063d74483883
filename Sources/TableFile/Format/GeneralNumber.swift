import Foundation

/// The format General, as wide as it must be.
///
/// Whole numbers are shown with all their digits below 10¹⁵, up to which spreadsheet programs keep them exactly, though
/// a narrow column would show an exponent; from there on as `5.10199E+17`, since digits are already lost.
enum GeneralNumber {
    static func text(_ value: Double) -> String {
        if abs(value) >= 1e15 { return trimmed(String(format: "%.5E", value)) }
        if let whole = Int(exactly: value) { return String(whole) }
        return String(format: "%.15g", value).uppercased()
    }

    private static func trimmed(_ text: String) -> String {
        let parts = text.split(separator: "E")
        guard parts.count == 2 else { return text }
        var mantissa = parts[0]
        while mantissa.hasSuffix("0") { mantissa.removeLast() }
        if mantissa.hasSuffix(".") { mantissa.removeLast() }
        return mantissa + "E" + parts[1]
    }
}
