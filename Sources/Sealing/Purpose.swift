package import ExamModel

/// The roles that an exam's authority certifies. A role stands in its certificate's subject as OU.
package enum Purpose: String, Sendable, Codable, CaseIterable {
    /// Issues the other certificates, and does nothing else.
    case authority
    /// 考务组: assembles, seals and releases papers.
    case office
    /// 监督组: seals and releases papers together with the office.
    case supervision
    /// 考点: opens papers, signs answers.
    case site
    /// 阅卷组: opens answers and keys.
    case grading
    /// 考试终端: a class of machines, known to the site's server by its certificate.
    case terminal

    package var name: Bilingual {
        switch self {
        case .authority: Bilingual("考试证书机构", "exam authority")
        case .office: Bilingual("考务组", "exam office")
        case .supervision: Bilingual("监督组", "supervision")
        case .site: Bilingual("考点", "exam site")
        case .grading: Bilingual("阅卷组", "grading")
        case .terminal: Bilingual("考试终端", "exam terminal")
        }
    }

    /// Whether an exam may have several holders of this role, each with a certificate of its own.
    package var isHeldBySeveral: Bool { self == .site || self == .terminal }
}
