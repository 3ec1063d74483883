package import ExamModel

/// The field for the code by which an invigilator makes the machine a terminal of the room.
package struct CodeForm: Hashable, Sendable {
    static let longest = 16

    package private(set) var code = ""
    package private(set) var fault: Bilingual?

    package init(fault: Bilingual? = nil) {
        self.fault = fault
    }

    package mutating func handle(_ input: Input) -> Request? {
        switch input {
        case .character(let character) where character.isASCII && (character.isLetter || character.isNumber):
            fault = nil
            if code.count < Self.longest { code += character.uppercased() }
        case .backspace: _ = code.popLast()
        case .enter where !code.isEmpty: return .enrol(code)
        default: break
        }
        return nil
    }
}
