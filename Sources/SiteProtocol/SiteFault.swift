package import ExamModel

/// Why a request was not done: the body of every answer that is no success.
package struct SiteFault: Error, Hashable, Sendable, Codable {
    package enum Code: String, Sendable, Codable, CaseIterable {
        /// 400: not understood.
        case badRequest = "BAD_REQUEST"
        /// 401: no valid token; enrol or log in again.
        case notEnrolled = "NOT_ENROLLED"
        case notLoggedIn = "NOT_LOGGED_IN"
        /// 403: the code of the enrolment is wrong, used or withdrawn.
        case wrongCode = "WRONG_CODE"
        /// 403: ticket or identity is wrong; which one is not told.
        case wrongIdentity = "WRONG_IDENTITY"
        /// 401: nobody is signed in at the console, or no longer.
        case notSignedIn = "NOT_SIGNED_IN"
        /// 403: name or password is wrong; which one is not told.
        case wrongPassword = "WRONG_PASSWORD"
        /// 403: the account's role may not do this, or the request did not come from the console's page.
        case notAllowed = "NOT_ALLOWED"
        /// 403: before the earliest login, or before T0.
        case tooEarly = "TOO_EARLY"
        /// 403: the candidate's time is over, or what came is later than the rules allow.
        case tooLate = "TOO_LATE"
        /// 409: the sitting goes on at another machine.
        case movedAway = "MOVED_AWAY"
        /// 409: the lines are not those that the site has at these numbers.
        case forked = "FORKED"
        /// 409: lines before these are missing; `lines` of the answer says from where.
        case gap = "GAP"
        /// 422: a line breaks the rules of the sitting.
        case againstRules = "AGAINST_RULES"
        /// 413
        case tooLarge = "TOO_LARGE"
        /// 429: wait `seconds`.
        case locked = "LOCKED"
        /// 503: the site's disk does not take it; nothing was noted; try again.
        case notSaved = "NOT_SAVED"
        /// 404, 405
        case notFound = "NOT_FOUND"
    }

    package let code: Code
    package let message: Bilingual
    /// With `LOCKED` and `TOO_EARLY`: whole seconds until it is worth another try.
    package let seconds: Int?
    /// With `GAP` and `FORKED`: how many lines the site has.
    package let lines: Int?

    package init(_ code: Code, _ chinese: String, _ english: String, seconds: Int? = nil, lines: Int? = nil) {
        self.code = code
        message = Bilingual(chinese, english)
        self.seconds = seconds
        self.lines = lines
    }

    package static let internalFault = SiteFault(
        .notSaved, "考点服务器内部故障，请重试并报告监考员", "the site's server failed; try again and tell the invigilator")

    /// The status of HTTP that the code goes with (RFC 9110).
    package var status: Int {
        switch code {
        case .badRequest: 400
        case .notEnrolled, .notLoggedIn, .notSignedIn: 401
        case .wrongCode, .wrongIdentity, .wrongPassword, .notAllowed, .tooEarly, .tooLate: 403
        case .notFound: 404
        case .movedAway, .forked, .gap: 409
        case .tooLarge: 413
        case .againstRules: 422
        case .locked: 429
        case .notSaved: 503
        }
    }
}
