import ExamTestSupport
import Foundation
import Testing

/// The real executables, watched by strace while they work with a passphrase and keys that are known: none of these may
/// show up in arguments, in a child's environment, in what is written anywhere, or in what lies on the disk afterwards.
struct SecrecyTests {
    private static let passphrase = "Tianfu-3f9c-窗口-71ab"
    private static let roles = ["authority", "office", "supervision", "site", "grading", "terminal"]

    let folder: OfficeFolder
    private let pocket: TemporaryFolder

    init() throws {
        folder = try OfficeFolder()
        pocket = try TemporaryFolder()
        try pocket.write(Data("# 说明\n\(Self.passphrase)\n".utf8), as: "passphrase")
    }

    private var file: [String] { ["--passphrase-file", pocket["passphrase"].path] }

    /// Private keys as bytes, digits and base64: whatever could be recognised in a file or a log.
    private func secrets() throws -> [Data] {
        var secrets = [Data(Self.passphrase.utf8)]
        for role in Self.roles {
            let key = folder.temporary["keys/\(role).key"].path
            let arguments = ["pkey", "-in", key, "-passin", "stdin"]
            let input = Data((Self.passphrase + "\n").utf8)
            let der = try Command.run(
                "openssl", arguments + ["-outform", "DER"], input: input, in: pocket.url)
            // RFC 5915: the scalar is an octet string of 32 bytes behind the version 1.
            let mark = try #require(der.range(of: Data([2, 1, 1, 4, 32])))
            let scalar = der[mark.upperBound..<(mark.upperBound + 32)]
            secrets += [Data(scalar), Data(scalar.map { String(format: "%02x", $0) }.joined().utf8)]
            let pem = String(
                decoding: try Command.run("openssl", arguments, input: input, in: pocket.url), as: UTF8.self)
            secrets += pem.split(separator: "\n").filter { $0.count == 64 }.dropFirst().map { Data($0.utf8) }
        }
        return secrets
    }

    private func check(_ trace: SystemCallTrace, _ secrets: [Data]) throws {
        #expect(try trace.programs() == 1, "no child sees anything, since there is none")
        #expect(try trace.forbidsDumps() && trace.makesFilesPrivate())
        #expect(try !trace.passesOn(secrets) && !trace.writes(secrets))
        for secret in secrets { #expect(Data(trace.output.utf8).range(of: secret) == nil) }
    }

    @Test func nothingSecretLeavesTheProcess() throws {
        let made = try SystemCallTrace("kaochang", ["keys", "init"] + file, in: folder.temporary)
        let secrets = try secrets()
        #expect(secrets.count >= 1 + Self.roles.count * 3)
        #expect(try made.reads([secrets[0]]), "what is looked for is found where it is")
        try check(made, secrets)
        for arguments in [
            ["bank", "import"] + OfficeFolder.banks, ["roster", "import", "roster.csv"],
            ["roster", "import", "roster-replacements.csv"], ["paper", "assemble"], ["paper", "seal"],
            ["paper", "release", "--start", "now"], ["status"], ["keys", "list"],
        ] {
            let status: Int32 = arguments.last == "roster.csv" ? 3 : 0
            try check(try SystemCallTrace("kaochang", arguments + file, in: folder.temporary, status: status), secrets)
        }
        let seat = ["--plain", "--paper", "paper/paper.kcp"] + file
        try check(try SystemCallTrace("kaochang-terminal", seat, in: folder.temporary, status: 1), secrets)
        try checkDisk(secrets)
    }

    @Test func mistakesAreNamedWithoutWhatWasTyped() throws {
        #expect(try folder.kaochang(["keys", "init"] + file).status == 0)
        let secrets = try secrets()
        let typed = "Tianfu-3f9c-mistyped"
        try pocket.write(Data("\(typed)\n".utf8), as: "mistyped")
        let run = try SystemCallTrace(
            "kaochang", ["bank", "import", OfficeFolder.banks[0], "--passphrase-file", pocket["mistyped"].path],
            in: folder.temporary, status: 1)
        #expect(run.output.contains("WRONG_PASSPHRASE"))
        try check(run, secrets + [Data(typed.utf8)])
        try checkDisk(secrets)
    }

    @Test func aProcessThatIsKilledLeavesNoCore() throws {
        #expect(try folder.kaochang(["keys", "init"] + file).status == 0)
        let command = try Product.path("kaochang")
        // It waits for the folder's lock, with the limits it has set itself.
        try Command.shell(
            """
            ulimit -c unlimited || true
            exec 9>.lock; flock 9
            '\(command)' bank import '\(OfficeFolder.banks[0])' --passphrase-file '\(pocket["passphrase"].path)' 9>&- &
            process=$!
            trap 'kill -KILL $process 2>/dev/null || true' EXIT
            for attempt in $(seq 600); do
                grep -q lock /proc/$process/wchan && break
                sleep 0.1
            done
            grep -q 'Max core file size *0 *0' /proc/$process/limits
            kill -SYS $process
            code=0; wait $process || code=$?
            test $code = 159
            test -z "$(find . -name 'core*')"
            """, in: folder.temporary)
    }

    /// The contents of every file, whatever its name.
    private func checkDisk(_ secrets: [Data]) throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.temporary.url.path) {
            guard let data = try? Data(contentsOf: folder.temporary[path]) else { continue }
            for secret in secrets { #expect(data.range(of: secret) == nil, "\(path)") }
        }
    }
}
