import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Testing

/// A paper for two sites: each opens the forms and its own candidates, and no other's.
struct SeveralSitesTests {
    private static let stations = [Station(id: "chengdu", name: "成都考点"), Station(id: "mianyang", name: "绵阳考点")]
    private let keys: TestAuthority
    private let sites: [Holder: Credential]
    private let folder: TemporaryFolder
    private let paper: PaperPackage

    private static let exam = Exam(
        id: "demo-2020", title: "窗口单位业务技能练兵比武", session: TestPaper.session, roomRules: ["保持安静。"], sites: stations)

    private static func seat(_ ticket: TicketNumber) -> SeatAssignment {
        SeatAssignment(
            ticket: ticket, name: "考生甲", team: "成都市一队", unit: "某局", seat: "1-01", lastSix: "00123X", form: "A")
    }

    private static func contents(_ seating: [Holder: [SeatAssignment]], at exam: Exam = exam) throws -> PaperContents {
        PaperContents(
            exam: exam, seating: seating, forms: [TestPaper.form], grading: TestPaper.keys, bank: .zero,
            blueprint: .zero, seed: try TestPaper.seed(), ledger: TestPaper.ledger)
    }

    private static func seating(of count: Int = 1) -> [Holder: [SeatAssignment]] {
        [
            Holder(.site, id: "chengdu"): (0..<count).map { seat(TicketNumber("5101000\($0)")) },
            Holder(.site, id: "mianyang"): [seat("51070001")],
        ]
    }

    init() throws {
        keys = try TestPaper.authority.get()
        var sites: [Holder: Credential] = [:]
        for holder in Holder.all(.site, at: Self.stations) { sites[holder] = try keys.issue(holder) }
        self.sites = sites
        folder = try TemporaryFolder()
        paper = try PaperPackage.seal(
            Self.contents(Self.seating()), office: keys[.office], supervision: keys[.supervision],
            sites: sites.mapValues(\.certificate), grading: keys[.grading].certificate, trusting: keys.trust,
            at: TestPaper.day, to: folder["paper.kcp"])
    }

    private func release() throws -> Release {
        try paper.release(
            office: keys[.office], supervision: keys[.supervision],
            terms: ReleaseTerms(session: TestPaper.session, ledger: TestPaper.ledger), at: TestPaper.day)
    }

    @Test func eachSiteOpensItsOwnCandidatesAndEveryForm() throws {
        #expect(paper.exam.sites == Self.stations)
        let release = try release()
        for (holder, site) in sites {
            #expect(paper.site(with: site.certificate) == holder)
            #expect(try paper.candidates(site: site) == Self.seating()[holder])
            let form = try paper.openForm("A", release: release, site: site, now: TestPaper.session.start)
            #expect(form == TestPaper.form)
        }
    }

    @Test func aSiteThatThePaperIsNotForOpensNothing() throws {
        let release = try release()
        for stranger in [try keys.issue(Holder(.site, id: "leshan")), keys[.site]] {
            #expect(refusalCode { _ = try paper.candidates(site: stranger) } == .wrongKey)
            #expect(
                refusalCode {
                    _ = try paper.openForm("A", release: release, site: stranger, now: TestPaper.session.start)
                } == .wrongKey)
        }
    }

    /// How many sit where is nobody's business: both lists are equally long.
    @Test func sizesDoNotTellHowManySitWhere() throws {
        let url = folder["uneven.kcp"]
        let uneven = try PaperPackage.seal(
            Self.contents(Self.seating(of: 9)), office: keys[.office], supervision: keys[.supervision],
            sites: sites.mapValues(\.certificate), grading: keys[.grading].certificate, trusting: keys.trust,
            at: TestPaper.day, to: url)
        let sizes = uneven.manifest.parts.filter { $0.name.hasPrefix("candidates/") }.map(\.bytes)
        #expect(sizes.count == 2)
        #expect(Set(sizes).count == 1)
    }

    /// The standard's own tool opens the same envelope with either site's key.
    @Test func theCommandOpensItForEitherSite() throws {
        try Command.run("unzip", ["-q", "paper.kcp", "-d", "paper"], in: folder.url)
        for (holder, site) in sites {
            let own = try TemporaryFolder()
            try site.write(to: own.url)
            try folder.write(own.read("site.key"), as: "\(holder.name).key")
            let name = "paper/candidates/\(holder.id ?? "").cms"
            let opened = try Command.openssl(
                "cms", "-decrypt", "-binary", "-inform", "DER", "-in", name, "-recip",
                "paper/certificates/\(holder.name).pem", "-inkey", "\(holder.name).key", in: folder)
            #expect(String(decoding: opened, as: UTF8.self).contains(Self.seating()[holder]?[0].ticket.text ?? "?"))
            try Command.openssl(
                "cms", "-decrypt", "-binary", "-inform", "DER", "-in", "paper/forms/A.cms", "-recip",
                "paper/certificates/\(holder.name).pem", "-inkey", "\(holder.name).key", "-out", "inner", in: folder)
        }
    }

    @Test func seatingsThatDoNotFitTheSitesAreNotSealed() throws {
        var twice = Self.seating()
        twice[Holder(.site, id: "mianyang")] = twice[Holder(.site, id: "chengdu")]
        for seating in [[Holder(.site): [Self.seat("1")]], [Holder(.site, id: "chengdu"): []], twice] {
            #expect(
                refusalCode {
                    try PaperPackage.seal(
                        Self.contents(seating), office: keys[.office], supervision: keys[.supervision],
                        sites: sites.mapValues(\.certificate), grading: keys[.grading].certificate,
                        trusting: keys.trust, at: TestPaper.day, to: folder["refused.kcp"])
                } == .packageInconsistent)
        }
    }
}
