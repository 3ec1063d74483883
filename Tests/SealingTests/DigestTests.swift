import ExamModel
import ExamTestSupport
import Foundation
import Sealing
import Testing

struct DigestTests {
    /// FIPS 180-4 examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func agreesWithTheStandard(text: String, hexadecimal: String) {
        #expect(Digest(of: Data(text.utf8)).description == hexadecimal)
        #expect(Digest(text: hexadecimal) == Digest(of: Data(text.utf8)))
    }

    @Test func hashesPiecesAndFilesAlike() throws {
        let folder = try TemporaryFolder()
        let million = Data(repeating: UInt8(ascii: "a"), count: 1_000_000)
        let stream = DigestStream()
        for start in stride(from: 0, to: million.count, by: 777) {
            stream.update(million[start..<min(start + 777, million.count)])
        }
        let digest = stream.finish()
        #expect(digest.description == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        try folder.write(million + million, as: "two")
        #expect(try Digest.ofFile(folder["two"]) == Digest(of: million + million))
        #expect(throws: Refusal.self) { try Digest.ofFile(folder["none"]) }
    }

    @Test(arguments: ["", "ab", String(repeating: "A", count: 64), String(repeating: "g", count: 64)])
    func refusesWhatIsNoDigest(text: String) {
        #expect(Digest(text: text) == nil)
    }

    @Test func comparesSecrets() {
        #expect(Data([1, 2, 3]).equalsInConstantTime(Data([1, 2, 3])))
        #expect(!Data([1, 2, 3]).equalsInConstantTime(Data([1, 2, 4])))
        #expect(!Data([1, 2, 3]).equalsInConstantTime(Data([1, 2])))
        #expect(Data().equalsInConstantTime(Data()))
    }
}
