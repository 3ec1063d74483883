import ExamTestSupport
import Foundation
import Sealing
import Testing

/// The sites' ledgers on their way home: `answers collect` takes them in, `audit verify` checks them.
struct SiteLedgerCollectionTests {
    private static let exam = Result {
        let folder = try SeveralSitesTests.folder()
        #expect(try SeveralSitesTests.rehearse(folder).status == 0)
        return folder
    }

    private let folder: OfficeFolder
    private let chengdu: SiteRecord
    private let mianyang: SiteRecord

    /// A copy of an exam at two sites, with the answers of one of them on a stick.
    init() throws {
        folder = try OfficeFolder()
        let exam = folder.temporary["exam"]
        try FileManager.default.copyItem(at: Self.exam.get().temporary["exam"], to: exam)
        chengdu = SiteRecord(of: exam, site: Holder(.site, id: "chengdu"))
        mianyang = SiteRecord(of: exam, site: Holder(.site, id: "mianyang"))
        try folder.temporary.write(folder.temporary.read("exam/answers/52010001.kca"), as: "usb/52010001.kca")
    }

    private static let today = Validity(from: .now.addingTimeInterval(-86_400), until: .now.addingTimeInterval(86_400))

    private static let deeds = [
        ("give-time", "52010001"), ("message", "52010002"), ("give-time", "52010003"), ("collect", "52010003"),
    ]

    private func collect(_ files: String...) throws -> (status: Int32, output: String, errors: String) {
        let run = try folder.kaochang(["answers", "collect", "--exam", "exam"] + files)
        return (run.status, String(decoding: run.output, as: UTF8.self), run.errors)
    }

    private func put(_ ledger: Data, as name: String = "usb/site-ledger.jsonl") throws {
        try folder.temporary.write(ledger, as: name)
    }

    private struct Line: Decodable { let check: String, holds: Bool, message: String }

    /// What `audit verify` says of the sites' ledgers.
    private func audited(_ name: String = "exam") throws -> Line? {
        struct Document: Decodable { let lines: [Line] }
        let run = try folder.kaochang("audit", "verify", "--exam", name, "--json")
        return try JSONDecoder().decode(Document.self, from: run.output).lines.first { $0.check == "site-ledgers" }
    }

    @Test func aLedgerBesideTheAnswersIsTakenInAndVerified() throws {
        let ledger = try chengdu.ledger(Self.deeds)
        try put(ledger)
        let run = try collect("usb/52010001.kca")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("考点 chengdu的账本 4 行"), "\(run.output)")
        #expect(try folder.temporary.read("exam/sites/site-chengdu.jsonl") == ledger)
        let lines = try folder.temporary.read("exam/ledger.jsonl").split(separator: UInt8(ascii: "\n"))
        let last = String(decoding: try #require(lines.last), as: UTF8.self)
        #expect(last.contains("\"name\":\"sites/site-chengdu.jsonl\",\"sha256\":\"\(Digest(of: ledger))\""), "\(last)")

        let found = try #require(try audited())
        #expect(found.holds)
        #expect(found.message.contains("1 个考点，4 行") && found.message.contains("补时 2、通知 1、收卷 1"), "\(found)")
        #expect(found.message.contains("没有账本的考点：site-mianyang"), "\(found)")

        // The same once more changes nothing; the other site's comes later, by itself.
        let before = try folder.contents()
        #expect(try collect("usb/52010001.kca").status == 0)
        #expect(try folder.contents() == before)
        try put(mianyang.ledger([("void", "52020001")]), as: "later.jsonl")
        #expect(try collect("later.jsonl").status == 0)
        #expect(try audited()?.message.contains("2 个考点，5 行") == true)
        #expect(try folder.kaochang("audit", "verify", "--exam", "exam").status == 0)

        // Marking takes answers alone; a bundle for everybody says nothing of what invigilators wrote.
        #expect(try folder.kaochang("audit", "bundle", "--exam", "exam", "--into", "public").status == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.temporary["public/sites"].path))
        #expect(try audited("public")?.message.contains("不公开") == true)
        #expect(try folder.kaochang("audit", "verify", "--exam", "public").status == 0)
        for command in ["grade", "rank", "report"] {
            let run = try folder.kaochang(command, "--exam", "exam")
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    @Test func withoutOneAllIsAsBefore() throws {
        let before = try folder.contents()
        let run = try collect("usb/52010001.kca")
        #expect(run.status == 0)
        #expect(run.output.contains("没有随答卷收到考点账本"))
        #expect(try folder.contents() == before)
        let found = try #require(try audited())
        #expect(found.holds && found.message.contains("没有收到考点账本"), "\(found)")
    }

    enum Damage: String, CaseIterable, Sendable {
        case edited = "LEDGER_EDITED"
        case removed = "LEDGER_MISSING"
        case torn = "LEDGER_TRUNCATED"
        case unreadable = "LEDGER_UNREADABLE"
        case empty = "SITE_LEDGER_FOREIGN"

        func done(to ledger: Data) -> Data {
            var lines = ledger.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            switch self {
            case .edited:
                return Data(
                    String(decoding: ledger, as: UTF8.self).replacing("\"52010002\"", with: "\"52010004\"").utf8)
            case .removed: lines.remove(at: 1)
            case .torn: return ledger.dropLast(30)
            case .unreadable: lines.insert(Data("{}".utf8), at: 2)
            case .empty: return Data()
            }
            return Data(lines.joined(separator: [UInt8(ascii: "\n")]))
        }
    }

    @Test(arguments: Damage.allCases)
    func aBrokenOneIsRefusedAndNothingIsDone(damage: Damage) throws {
        try put(damage.done(to: chengdu.ledger(Self.deeds)))
        try folder.temporary.write(chengdu.voidedSheet(of: "52010002"), as: "usb/new.kca")
        let before = try folder.contents()
        let run = try collect("usb/new.kca")
        #expect(run.status == 1)
        #expect(
            run.errors.contains("[\(damage.rawValue)]") && run.errors.contains("usb/site-ledger.jsonl"), "\(run.errors)"
        )
        #expect(run.errors.contains("重新导出"), "\(run.errors)")
        #expect(try folder.contents() == before)
    }

    @Test func aForeignOneIsRefused() throws {
        func exam() throws -> [String: Data] { try folder.contents().filter { $0.key.hasPrefix("exam/") } }
        let before = try exam()
        try put(mianyang.ledger(Self.deeds))
        let run = try collect("usb/52010001.kca")
        #expect(run.status == 1)
        #expect(run.errors.contains("[SITE_LEDGER_FOREIGN]") && run.errors.contains("mianyang"), "\(run.errors)")
        // The exam's own ledger is none of a site.
        #expect(try collect("exam/ledger.jsonl").errors.contains("[SITE_LEDGER_FOREIGN]"))
        // A site of another exam.
        let stranger = try SiteRecord.ledger(Self.deeds, signedBy: TestAuthority(validity: Self.today)[.site])
        try put(stranger)
        #expect(try collect("usb/52010001.kca").errors.contains("[LEDGER_SIGNER]"))
        #expect(try exam() == before)
    }

    /// A sheet that an invigilator declared void is one that the site's ledger speaks of.
    @Test func aVoidedSheetHasItsDeed() throws {
        try folder.temporary.write(chengdu.voidedSheet(of: "52010002"), as: "usb/void.kca")
        let first = try chengdu.ledger(Self.deeds)
        try put(first)
        #expect(try collect("usb/void.kca").status == 0)
        let silent = try #require(try audited())
        #expect(!silent.holds && silent.message.contains("52010002"), "\(silent)")

        // The site exports once more, with the line that was missing.
        try put(chengdu.ledger([("void", "52010002")], after: first))
        #expect(try collect("usb/site-ledger.jsonl").status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.temporary["exam/sites/site-chengdu~2.jsonl"].path))
        let found = try #require(try audited())
        #expect(found.holds && found.message.contains("5 行") && found.message.contains("1 份都有记录"), "\(found)")

        // One that forgets what it said before is none of the same.
        try put(chengdu.ledger([("void", "52010002")]))
        #expect(try collect("usb/site-ledger.jsonl").status == 0)
        let changed = try #require(try audited())
        #expect(!changed.holds && changed.message.contains("对不上"), "\(changed)")
    }
}
