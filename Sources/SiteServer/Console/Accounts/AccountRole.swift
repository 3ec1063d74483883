package import ExamModel

/// What somebody with an account at the console is there for.
package enum AccountRole: String, Hashable, Sendable, Codable, CaseIterable {
    case invigilator
    case affairs
    case supervision

    package var name: Bilingual {
        switch self {
        case .invigilator: Bilingual("监考", "invigilator")
        case .affairs: Bilingual("考务", "exam affairs")
        case .supervision: Bilingual("监督", "supervision")
        }
    }

    /// Supervision sees everything and changes nothing.
    package var mayAct: Bool { self != .supervision }
}
