import Glibc

/// Open files and sockets of this process: terminals and their server are in one, so each connection counts twice.
enum DescriptorLimit {
    /// As many as the system allows.
    static func raise() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
