import AtomicFile
import ExamModel
import XMLFile

/// The strings that a workbook keeps apart from its sheets (ECMA-376 part 1, 18.4.9), one behind the other. Sheets ask for
/// them nearly in their order, so that few need be held.
struct SharedStrings {
    private let bytes = ScratchBytes()
    /// Where each string ends.
    private var ends: [UInt32] = []

    init() {}

    init(_ xml: inout XMLScanner, at place: Place) throws(Refusal) {
        var text: [UInt8] = []
        while true {
            switch try xml.next() {
            case .finish: return
            case .start where xml.isNamed("si"):
                text.removeAll(keepingCapacity: true)
                try xml.richText(until: "si", into: &text)
                let start = text.withUnsafeBufferPointer { bytes.append($0) }
                guard ends.count < TableLimits.cells, let end = UInt32(exactly: start + text.count) else {
                    throw TableLimits.tooLarge(at: place)
                }
                ends.append(end)
            default: break
            }
        }
    }

    /// `nil` when there is no such string.
    func read<Value>(_ index: Int, _ use: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        guard ends.indices.contains(index) else { return nil }
        return bytes.read((index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]), use)
    }
}
