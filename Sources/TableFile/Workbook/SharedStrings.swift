import ExamModel
import XMLFile

/// The strings that a workbook keeps apart from its sheets (ECMA-376 part 1, 18.4.9), one behind the other.
struct SharedStrings {
    private var bytes: [UInt8] = []
    /// Where each string ends.
    private var ends: [UInt32] = []

    init() {}

    /// - Parameter size: of the part in bytes, which all strings together never exceed.
    init(_ xml: inout XMLScanner, size: Int, at place: Place) throws(Refusal) {
        bytes.reserveCapacity(size)
        var text: [UInt8] = []
        while true {
            switch try xml.next() {
            case .finish: return
            case .start where xml.isNamed("si"):
                text.removeAll(keepingCapacity: true)
                try xml.richText(until: "si", into: &text)
                bytes.append(contentsOf: text)
                guard ends.count < TableLimits.cells, let end = UInt32(exactly: bytes.count) else {
                    throw TableLimits.tooLarge(at: place)
                }
                ends.append(end)
            default: break
            }
        }
    }

    /// `nil` when there is no such string.
    subscript(index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }
}
