import ExamModel
import Glibc

/// Open files and sockets of this process: terminals and their server are in one, so each connection counts twice.
enum DescriptorLimit {
    /// Both ends of a long poll, and the journal.
    private static let perCandidate = 3
    private static let spare = 500

    /// Allows as many as the system does. Refuses more candidates than that is enough for: REHEARSAL_TOO_LARGE.
    static func raise(for candidates: Int) throws(Refusal) {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(resource, &limit)
        guard candidates * perCandidate + spare <= Int(clamping: limit.rlim_max) else {
            throw Refusal(
                .rehearsalTooLarge, "考生 \(candidates) 人，超过本机一个进程能打开的连接数（ulimit -n）；请调高上限，或加 --desk 作单机演练",
                "\(candidates) candidates need more open files than a process may have here (ulimit -n): raise it, or "
                    + "rehearse with --desk")
        }
    }
}

extension FindingCode {
    static let rehearsalTooLarge: FindingCode = "REHEARSAL_TOO_LARGE"
}
