import COpenSSL
import Glibc

/// What a process that handles private keys does before anything else.
package enum ProcessSecrecy {
    /// Leaves no core dumps, lets no other process of the same user read this one's memory (`ptrace`, `/proc/PID/mem`),
    /// and makes files private unless their writer says otherwise.
    package static func begin() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        kc_forbid_dumps()
        umask(0o077)
    }
}
