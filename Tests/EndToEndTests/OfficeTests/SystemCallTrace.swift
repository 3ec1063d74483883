import ExamTestSupport
import Foundation

/// What a process of ours said to the kernel, as `strace` saw it: every program started, file opened and byte written.
struct SystemCallTrace {
    /// Standard output and standard error.
    let output: String
    private let logs: TemporaryFolder

    /// Runs an executable in `folder` under strace, following its children. Fails on an exit code other than `status`.
    init(_ product: String, _ arguments: [String], in folder: TemporaryFolder, status: Int32 = 0) throws {
        logs = try TemporaryFolder()
        let calls = "execve,execveat,openat,open,creat,read,write,writev,pwrite64,sendto,sendmsg,prctl,prlimit64,umask"
        let script = """
            logs=$1; shift
            code=0
            setsid strace -f -v -xx -s 1000000 -e trace=\(calls) -o "$logs/trace" "$@" </dev/null >"$logs/output" 2>&1 ||
                code=$?
            test $code = \(status) || { cat "$logs/output" >&2; exit 1; }
            cd "$logs"
            grep -E ' (execve|execveat)\\(' trace >started || true
            grep -E ' (write|writev|pwrite64|sendto|sendmsg)\\(' trace >written || true
            grep -E ' read\\(' trace >read || true
            grep -E ' (umask|openat|open|creat|prctl|prlimit64)\\(' trace >settings || true
            """
        try Command.run(
            "bash", ["-euc", script, "trace", logs.url.path, Product.path(product)] + arguments, in: folder.url)
        output = String(decoding: try logs.read("output"), as: UTF8.self)
    }

    /// How many programs were started, the traced one included.
    func programs() throws -> Int { try lines(of: "started").count }

    /// Whether one of these stands in the arguments and environments of the programs that were started.
    func passesOn(_ secrets: [Data]) throws -> Bool { try contains(secrets, "started") }

    /// Whether one of these goes out: to files, terminals, pipes and sockets.
    func writes(_ secrets: [Data]) throws -> Bool { try contains(secrets, "written") }

    func reads(_ secrets: [Data]) throws -> Bool { try contains(secrets, "read") }

    /// Whether no file can have been readable by others at any moment before its writer said so.
    func makesFilesPrivate() throws -> Bool {
        let lines = try lines(of: "settings").filter { $0.contains(" umask(") || $0.contains("O_CREAT") }
        return lines.first?.contains(" umask(077)") == true && lines.filter { $0.contains(" umask(") }.count == 1
    }

    func forbidsDumps() throws -> Bool {
        let lines = try lines(of: "settings")
        return lines.contains { $0.contains("PR_SET_DUMPABLE, SUID_DUMP_DISABLE) = 0") }
            && lines.contains { $0.contains("RLIMIT_CORE, {rlim_cur=0, rlim_max=0}") }
    }

    private func lines(of log: String) throws -> [Substring] {
        String(decoding: try logs.read(log), as: UTF8.self).split(separator: "\n")
    }

    /// Strings stand in the log as `strace -xx` writes them.
    private func contains(_ secrets: [Data], _ log: String) throws -> Bool {
        let patterns = secrets.map { secret in secret.map { String(format: "\\x%02x", $0) }.joined() + "\n" }
        try logs.write(Data(patterns.joined().utf8), as: "patterns")
        let answer = try Command.shell(
            "grep -q -F -f patterns \(log) && echo found || test $? = 1", in: logs)
        return !answer.isEmpty
    }
}
