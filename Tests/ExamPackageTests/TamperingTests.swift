import CanonicalJSON
import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing
import ZipFile

/// What a person with a copy of the package, but without the keys, can try.
struct TamperingTests {
    private typealias Entries = [(name: String, data: Data)]

    let paper: TestPaper
    let bytes: Data
    private let entries: Entries

    init() throws {
        paper = try TestPaper()
        bytes = try Data(contentsOf: paper.url)
        entries = try ZipArchive.read(bytes).entries.map { ($0.name, $0.data) }
    }

    private func code(of data: Data) -> FindingCode? {
        refusalCode { _ = try PaperPackage.open(data, named: "paper.kcp", trusting: paper.keys.trust) }
    }

    private func code(of entries: Entries) throws -> FindingCode? {
        code(of: try ZipArchive.data(of: entries))
    }

    private func replacing(_ name: String, with data: Data?) -> Entries {
        entries.compactMap { entry in
            guard entry.name == name else { return entry }
            return data.map { (name, $0) }
        }
    }

    @Test func everyFlippedByteOfTheFileIsRefused() {
        #expect(code(of: bytes) == nil)
        for position in bytes.indices {
            var flipped = bytes
            flipped[position] ^= 1 << (position % 8)
            #expect(code(of: flipped) != nil, "byte \(position)")
        }
    }

    /// The archive's checksums are put right again, so that only signatures and hashes are left to notice.
    @Test func flippedBytesOfEveryPartAreRefused() throws {
        for (index, entry) in entries.enumerated() {
            // The manifest and its signatures come first, every byte of them; hashes see to the other parts.
            for position in stride(from: 0, to: entry.data.count, by: index < 3 ? 1 : 17) {
                var flipped = entries
                flipped[index].data[position] ^= 1 << ((position + 3) % 8)
                #expect(try code(of: flipped) != nil, "\(entry.name), byte \(position)")
            }
        }
    }

    @Test func cutOffAndProlongedFilesAreRefused() {
        for length in stride(from: 0, to: bytes.count, by: 13) {
            #expect(code(of: bytes.prefix(length)) != nil, "\(length) bytes")
        }
        #expect(code(of: bytes + [0]) != nil)
        #expect(code(of: [0] + bytes) != nil)
        #expect(code(of: bytes + bytes) != nil)
    }

    @Test func partsMoreLessChangedOrInAnotherOrder() throws {
        for entry in entries {
            let isSigned = entry.name.hasPrefix("signatures/") || entry.name == "manifest.json"
            #expect(try code(of: replacing(entry.name, with: nil)) == .partMissing, "\(entry.name)")
            let longer = try code(of: replacing(entry.name, with: entry.data + [0x20]))
            #expect(isSigned ? longer != nil : longer == .partChanged, "\(entry.name)")
        }
        #expect(try code(of: entries + [("more.txt", Data())]) != nil)
        #expect(try code(of: entries + [("zzz.txt", Data())]) == .partUnexpected)
        #expect(try code(of: entries.reversed()) == .packageNotExact)
    }

    /// A failure names the part.
    @Test func saysWhichPart() throws {
        let changed = replacing("forms/A.cms", with: Data("x".utf8))
        let refusal = #expect(throws: Refusal.self) {
            try PaperPackage.open(ZipArchive.data(of: changed), named: "paper.kcp", trusting: paper.keys.trust)
        }
        #expect(refusal?.findings.first?.message.chinese.hasPrefix("forms/A.cms 与清单不符") == true)
        #expect(refusal?.findings.first?.place.file == "paper.kcp")
    }

    @Test func partsOfAnotherPaperAreRefused() throws {
        let other = try TestPaper()
        let others = try ZipArchive.read(other.url).entries
        for entry in others where entry.data != entries.first(where: { $0.name == entry.name })?.data {
            #expect(try code(of: replacing(entry.name, with: entry.data)) != nil, "\(entry.name)")
        }
    }

    @Test func signaturesOfOthersAreRefused() throws {
        let manifest = paper.keys
        let document = entries[0].data
        let stranger = try TestAuthority()
        for (signer, expected) in [
            (stranger[.office], FindingCode.certificateUntrusted), (manifest[.supervision], .certificateWrongPurpose),
            (manifest[.authority], nil),
        ] {
            let signature = try Signature.sign(document, by: signer, at: TestPaper.day)
            let code = try code(of: replacing("signatures/office.p7s", with: signature))
            #expect(expected == nil ? code != nil : code == expected)
        }
        #expect(
            refusalCode { _ = try PaperPackage.open(paper.url, trusting: stranger.trust) } == .certificateUntrusted)
    }

    /// Both sign again, with other parts than the manifest of a paper may have: whole, signed, and still refused.
    @Test func signedNonsenseIsRefused() throws {
        let text = String(decoding: entries[0].data, as: UTF8.self)
        for (old, new, expected) in [
            ("\"version\":3", "\"version\":4", FindingCode.versionUnknown),
            ("\"version\":3", "\"version\":2", .packageInconsistent),
            ("\"version\":3", "\"version\":1", .packageInconsistent),
            ("\"sites\":[]", "\"sites\":[{\"id\":\"a\",\"name\":\"a\"}]", .partMissing),
            (
                "\"sites\":[]", "\"sites\":[{\"id\":\"a\",\"name\":\"a\"},{\"id\":\"a\",\"name\":\"b\"}]",
                .packageInconsistent
            ),
            ("kaochang-paper", "kaochang-other", .formatUnknown),
            ("aes-256-gcm", "aes-128-cbc", .versionUnknown),
            ("上午场", "下午场", .packageInconsistent),
            ("{\"algorithms\"", "{ \"algorithms\"", .notCanonical),
            ("\"bytes\":", "\"bytes\":1", .partChanged),
        ] {
            let manifest = Data(text.replacing(old, with: new).utf8)
            var forged = entries
            forged[0].data = manifest
            forged[1].data = try Signature.sign(manifest, by: paper.keys[.office], at: TestPaper.day)
            forged[2].data = try Signature.sign(manifest, by: paper.keys[.supervision], at: TestPaper.day)
            #expect(try code(of: forged) == expected, "\(new)")
        }
    }

    @Test func everyFlippedByteOfAReleaseIsRefused() throws {
        try paper.release().write(to: paper.folder["paper.kcr"])
        let bytes = try paper.folder.read("paper.kcr")
        func code(of data: Data) -> FindingCode? {
            refusalCode { _ = try Release.open(data, named: "paper.kcr", trusting: paper.keys.trust) }
        }
        #expect(code(of: bytes) == nil)
        let entries = try ZipArchive.read(bytes).entries.map { (name: $0.name, data: $0.data) }
        for position in bytes.indices {
            var flipped = bytes
            flipped[position] ^= 1 << (position % 8)
            #expect(code(of: flipped) != nil, "byte \(position)")
        }
        for (index, entry) in entries.enumerated() {
            for position in entry.data.indices {
                var flipped = entries
                flipped[index].data[position] ^= 1 << ((position + 3) % 8)
                #expect(code(of: try ZipArchive.data(of: flipped)) != nil, "\(entry.name), byte \(position)")
            }
            #expect(
                code(of: try ZipArchive.data(of: entries.filter { $0.name != entry.name })) == .partMissing)
        }
        #expect(code(of: try ZipArchive.data(of: entries + [("zzz", Data())])) == .partUnexpected)
    }
}
