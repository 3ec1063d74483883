package import ExamModel
package import SiteProtocol

/// Why a request to a site came to nothing.
package enum SiteFailure: Error, Hashable, Sendable {
    /// No answer, or none that can be believed; with what the system said.
    case unreachable(String)
    /// The site said no.
    case refused(SiteFault)

    package var message: Bilingual {
        switch self {
        case .unreachable(let reason):
            Bilingual("连不上考点服务器，正在重试（\(reason)）", "the site's server cannot be reached; trying again (\(reason))")
        case .refused(let fault): fault.message
        }
    }

    var code: SiteFault.Code? {
        if case .refused(let fault) = self { fault.code } else { nil }
    }
}
