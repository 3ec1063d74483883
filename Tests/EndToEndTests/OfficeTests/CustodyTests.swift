import ExamPackage
import ExamTestSupport
import Foundation
import Testing
import ZipFile

/// The draw, the release and the receipts through the real executable, held against commands of the system.
struct CustodyTests {
    private func document(_ run: (status: Int32, output: Data, errors: String)) throws -> [String: Any] {
        #expect(run.status == 0, "\(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    }

    private func refused(
        _ run: (status: Int32, output: Data, errors: String), _ code: String, _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == 1, sourceLocation: place)
        #expect(run.errors.contains("[\(code)]"), "\(run.errors)", sourceLocation: place)
    }

    @Test func theSeedIsDrawnFromBothSecrets() throws {
        let folder = try OfficeFolder()
        #expect(try folder.kaochang("keys", "init").status == 0)
        #expect(try folder.kaochang(["bank", "import"] + OfficeFolder.banks).status == 0)
        let commitment = try document(folder.kaochang("draw", "commit", "--role", "office", "--json"))["commitment"]
        refused(try folder.kaochang("draw", "freeze"), "DRAW_INCOMPLETE")
        refused(try folder.kaochang("paper", "assemble"), "DRAW_INCOMPLETE")
        #expect(try folder.kaochang("draw", "commit", "--role", "supervision").status == 0)
        #expect(try folder.kaochang("draw", "freeze").status == 0)
        refused(try folder.kaochang("paper", "assemble", "--seed", "1"), "SEED_DRAWN")
        refused(try folder.kaochang("paper", "assemble", "--forms", "3"), "SEED_DRAWN")
        #expect(try folder.kaochang("paper", "assemble").status == 0)

        let office = try folder.temporary.read("draw/office.secret")
        let byHand = """
            { printf 'kaochang-draw-1\\nsichuan-2020-qualifier\\noffice\\n'; cat draw/office.secret; } | sha256sum
            { printf 'kaochang-seed-1\\n'; cat draw/office.secret draw/supervision.secret; } | sha256sum
            jq -r .seed forms/forms.json
            """
        let lines = String(decoding: try Command.shell(byHand, in: folder.temporary), as: UTF8.self)
            .split(separator: "\n").map { String($0.prefix(64)) }
        #expect(lines[0] == commitment as? String)
        #expect(lines[1] == lines[2])

        try folder.temporary.write(try folder.temporary.read("draw/supervision.secret"), as: "draw/office.secret")
        refused(try folder.kaochang("paper", "assemble"), "DRAW_SECRET")
        try folder.temporary.write(office, as: "draw/office.secret")
        try folder.edit("blueprint.yaml", "forms: 2", "forms: 3")
        refused(try folder.kaochang("paper", "assemble"), "DRAW_STALE")
    }

    @Test func receiptsAreProvenAndALostReleaseIsMadeAgain() throws {
        let folder = try OfficeFolder()
        let source = OfficeFolder.root.appending(path: "Papers/sichuan-2020-qualifier").path
        let banks = OfficeFolder.root.appending(path: "QuestionBanks/hrss-2020").path
        let run = try folder.kaochang("rehearse", source, "--bank-files", banks, "--into", "exam", "--desk")
        #expect(run.status == 0, "\(run.errors)")

        let manifest = try #require(
            try ZipArchive.read(folder.temporary["exam/answers/5101200101.kca"])["answers.json"])
        struct Manifest: Decodable { let receipts: [String] }
        let digest = try #require(try JSONDecoder().decode(Manifest.self, from: manifest).receipts.first)
        let receipt = try folder.receipt(of: digest)
        let proof = try document(folder.kaochang("receipt", "check", receipt.lowercased(), "--exam", "exam", "--json"))
        #expect(proof["sheetSha256"] as? String == digest)
        #expect(proof["file"] as? String == "answers/5101200101.kca")
        let json = try JSONSerialization.data(withJSONObject: proof)
        #expect(String(decoding: try Command.python("inclusion.py", input: json), as: UTF8.self) == "holds\n")
        refused(try folder.kaochang("receipt", "check", "0000-0000-0000", "--exam", "exam"), "RECEIPT_UNKNOWN")
        refused(try folder.kaochang("receipt", "check", "K3M9", "--exam", "exam"), "BAD_VALUE")

        try FileManager.default.removeItem(at: folder.temporary["exam/paper/paper.kcr"])
        refused(try folder.kaochang("paper", "release", "--exam", "exam"), "ALREADY_ANSWERED")
        #expect(try folder.kaochang("paper", "release", "--again", "--exam", "exam").status == 0)
        #expect(try folder.kaochang("grade", "--exam", "exam").status == 0)
    }
}

extension OfficeFolder {
    /// The receipt of a sheet, computed by the system's tools: the first 60 bits in Crockford's base 32.
    fileprivate func receipt(of digest: String) throws -> String {
        let script = """
            python3 -c "n = int('\(digest)'[:15], 16)
            print(''.join('0123456789ABCDEFGHJKMNPQRSTVWXYZ'[n >> 5 * i & 31] for i in range(11, -1, -1)))"
            """
        return String(decoding: try Command.shell(script, in: temporary), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
