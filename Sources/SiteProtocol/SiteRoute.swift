/// The paths of a site's server for terminals, all over TLS with a certificate of each side. Bodies are JSON, but for
/// journal lines, which travel as they stand in the journal.
package enum SiteRoute: String, Sendable, CaseIterable {
    /// GET → nothing (204): whether the server answers.
    case alive = "/v1/alive"
    /// POST ``EnrolmentRequest`` → ``EnrolmentReply``. Needs no machine's token, as ``alive``.
    case enrol = "/v1/enrol"
    /// GET → ``SiteNotice``.
    case notice = "/v1/notice"
    /// POST ``LoginRequest`` → ``LoginReply``.
    case login = "/v1/login"
    /// GET → the sealed form of the candidate, as the site may open it (``PaperPackage/sealedForm(_:site:)``). After the
    /// release the form that the release names.
    case form = "/v1/form"
    /// POST lines of the journal, each with its line feed, from the line `?from=` (the header is line 0) → ``JournalReply``.
    case journal = "/v1/journal"
    /// GET → the lines of the journal from the line `?from=`, each with its line feed.
    case lines = "/v1/lines"
    /// GET `?after=&wait=&released=` → ``OrdersReply``, at once when there is something after that number or the release
    /// has come and `released` is not 1, else when there is or when `wait` seconds have passed. The release comes along.
    case orders = "/v1/orders"
    /// GET → the release file's bytes, from T0 on.
    case release = "/v1/release"

    /// Carries the machine's token.
    package static let machineHeader = "kaochang-machine"
    /// Carries the sitting's token.
    package static let sittingHeader = "kaochang-sitting"
    /// The longest `wait`, in seconds.
    package static let longestWait = 20
    /// The largest body of a request, in bytes: a journal of a whole sitting, sent at once.
    package static let largestBody = 8 << 20
    /// The most lines that a terminal sends at once: below ``largestBody`` whatever stands in them. After fewer it has
    /// nothing more to send.
    package static let mostLines = 400
    /// The largest answer that a terminal takes, in bytes.
    package static let largestReply = 64 << 20
}
