import AtomicFile
import ExamModel
import Foundation
import Ledger
import Sealing

extension Office {
    /// A line of the ledger that a third party has seen. The document of `audit stamp --json`.
    struct StampedLine: Encodable {
        let line: Int
        let sha256: Digest
        let time: Date
        let file: String
    }

    /// Writes a request for a time stamp on the ledger's last line (`audit stamp --request`), to be carried to an
    /// authority by whatever way there is.
    func requestTimestamp(into file: URL) throws(Refusal) -> LedgerHead {
        let head = try ledgerHead()
        try AtomicFile.write(TimeStampRequest(head.sha256).der, to: file)
        console.say(
            "时间戳请求写入 \(file.lastPathComponent)；取得应答后运行 kaochang audit stamp --response 文件 --authority 机构证书",
            "the request is in \(file.lastPathComponent); take the answer in by kaochang audit stamp --response FILE --authority PEM"
        )
        return head
    }

    /// Asks a server for a stamp on the ledger's last line, and keeps it (`audit stamp --server`).
    func timestamp(from server: String, authority: URL, as role: Purpose) throws(Refusal) -> StampedLine {
        try keep(TimeStampRequest(account().head).answer(from: server), authority: authority, as: role)
    }

    /// Takes an answer in that came by file (`audit stamp --response`).
    func timestamp(response: URL, authority: URL, as role: Purpose) throws(Refusal) -> StampedLine {
        try keep(TimeStamp(contentsOf: response), authority: authority, as: role)
    }

    /// Puts a stamp into the folder, with the certificates that it is judged by, and a line about both into the ledger.
    private func keep(_ stamp: TimeStamp, authority: URL, as role: Purpose) throws(Refusal) -> StampedLine {
        try stamp.verify(trusting: Self.timestampAuthorities(authority))
        let stage = try begin(.timestamp, by: role)
        guard let index = stage.account.digests.firstIndex(of: stamp.imprint) else {
            throw Refusal(
                .timestampOther, "这个时间戳盖的不是本场账本的任何一行，请确认选对了应答文件",
                "this is no stamp of a line of this ledger; check that it is the right answer")
        }
        let file = folder.timestamp(stage.account.lines.count + 1)
        try folder.makeFolder(file.deletingLastPathComponent())
        try AtomicFile.write(stamp.der, to: file)
        try AtomicFile.write(
            AtomicFile.read(authority, limit: Self.authorityLimit), to: folder.timestampAuthority(of: file))
        try stage.record(
            outputs: [file, folder.timestampAuthority(of: file)], note: [Self.stampedLine: "\(index + 1)"])
        console.say(
            "账本第 \(index + 1) 行和以前各行，\(stamp.time.ISO8601Format()) 已由时间戳机构见证：\(folder.name(of: file))",
            "line \(index + 1) of the ledger and all before it were seen by the authority at \(stamp.time.ISO8601Format())"
        )
        return StampedLine(line: index + 1, sha256: stamp.imprint, time: stamp.time, file: folder.name(of: file))
    }

    /// The certificates in a file by which time stamps are judged.
    static func timestampAuthorities(_ file: URL) throws(Refusal) -> [Certificate] {
        try Certificate.all(inPEM: AtomicFile.read(file, limit: authorityLimit))
    }

    /// Which line was stamped.
    static let stampedLine = "line"
    private static let authorityLimit = 1 << 20
}

extension ExamFolder {
    static let timestampSuffix = ".tsr"

    /// The stamp that the ledger's line of this number took in.
    func timestamp(_ line: Int) -> URL { url.appending(path: "timestamps/\(line)\(Self.timestampSuffix)") }

    /// The certificates beside a stamp by which it was judged.
    func timestampAuthority(of stamp: URL) -> URL { stamp.deletingPathExtension().appendingPathExtension("pem") }
}

extension FindingCode {
    /// A time stamp of something else than a line of this ledger.
    static let timestampOther: FindingCode = "TIMESTAMP_OTHER"
}
