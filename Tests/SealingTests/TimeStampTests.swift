import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// Time stamps of an authority that is the `openssl` command.
struct TimeStampTests {
    private let own: TimestampAuthority
    private let trusted: [Certificate]
    private let digest = Digest(of: Data("a line".utf8))

    init() throws {
        own = try TimestampAuthority()
        trusted = try Certificate.all(inPEM: Data(contentsOf: own.root))
    }

    private func code(_ body: () throws -> Void) -> FindingCode? {
        #expect(throws: Refusal.self) { try body() }?.findings.first?.code
    }

    @Test func aStampHoldsForWhatWasStamped() throws {
        let stamp = try TimeStamp(own.answer(to: TimeStampRequest(digest).der))
        #expect(stamp.imprint == digest)
        #expect(abs(stamp.time.timeIntervalSinceNow) < 60)
        try stamp.verify(trusting: trusted)
        let stranger = try TimestampAuthority()
        let other = try Certificate.all(inPEM: Data(contentsOf: stranger.root))
        #expect(code { try stamp.verify(trusting: other) } == .timestampUntrusted)
        #expect(code { try stamp.verify(trusting: []) } == .timestampUntrusted)
    }

    /// The `openssl` command reads what we ask and what we keep.
    @Test func opensslReadsRequestAndStamp() throws {
        let folder = own.folder
        try folder.write(Data("a line".utf8), as: "line")
        try folder.write(TimeStampRequest(digest).der, as: "ours.tsq")
        try folder.write(own.answer(to: TimeStampRequest(digest).der), as: "ours.tsr")
        let answer = try Command.shell(
            """
            openssl ts -query -in ours.tsq -text | grep -q 'Hash Algorithm: sha256'
            openssl ts -query -data line -sha256 -cert -no_nonce -out theirs.tsq 2> /dev/null
            cmp ours.tsq theirs.tsq
            openssl ts -verify -data line -in ours.tsr -CAfile root.pem 2> /dev/null
            """, in: folder)
        #expect(String(decoding: answer, as: UTF8.self).contains("Verification: OK"))
    }

    /// Every byte of a stamp changed: refused, or another stamp of the same hash and time, since an authority's words around
    /// its signature say nothing that is believed.
    @Test func changedStampsAreRefused() throws {
        let der = try own.answer(to: TimeStampRequest(digest).der)
        let stamp = try TimeStamp(der)
        for position in der.indices {
            var changed = der
            changed[position] ^= 1 << (position % 8)
            guard let read = try? TimeStamp(changed), (try? read.verify(trusting: trusted)) != nil else { continue }
            #expect(read.imprint == digest && read.time == stamp.time, "byte \(position)")
        }
        for count in stride(from: 0, to: der.count, by: 11) {
            #expect(throws: Refusal.self) { _ = try TimeStamp(der.prefix(count)) }
        }
        #expect(throws: Refusal.self) { _ = try TimeStamp(der + [0]) }
    }

    /// An authority that stamps only other hashes says no.
    @Test func aRefusalIsNamed() throws {
        try Command.shell("sed -i 's/^digests = .*/digests = sha384/' tsa.cnf", in: own.folder)
        let answer = try own.answer(to: TimeStampRequest(digest).der)
        #expect(code { _ = try TimeStamp(answer) } == .timestampRefused)
    }

    @Test func aServerAnswers() throws {
        let (server, url) = try own.serveOnce()
        defer { server.waitUntilExit() }
        let stamp = try TimeStampRequest(digest).answer(from: url)
        #expect(stamp.imprint == digest)
        try stamp.verify(trusting: trusted)
    }

    @Test(arguments: ["https://127.0.0.1/", "127.0.0.1", "http://", "http://127.0.0.1:1/"])
    func aServerThatIsNotThereIsNamed(url: String) throws {
        #expect(code { _ = try TimeStampRequest(digest).answer(from: url, seconds: 2) } == .timestampRefused)
    }
}
