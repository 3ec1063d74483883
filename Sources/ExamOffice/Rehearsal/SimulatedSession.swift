import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing

/// All simulated candidates of one session: their plans, and the seats they have.
struct SimulatedSession {
    /// Where their answers go.
    let places: URL
    /// What each site opens with its own key.
    let papers: [ReleasedPaper]
    let exam: Exam
    let release: URL
    /// The key of all terminals.
    let terminal: Credential
    let seats: [SeatAssignment]
    /// The site of each seat, by its position in `papers`.
    let sites: [Int]
    let plans: [AnswerPlan]

    init(office: Office, seed: Seed) throws(Refusal) {
        let folder = office.folder
        let package = try office.sealedPaper()
        release = folder.release
        let opened = try Release.open(folder.release, trusting: package.trust)
        places = folder.url.appending(path: "site", directoryHint: .isDirectory)
        var papers: [ReleasedPaper] = []
        var seated: [(seat: SeatAssignment, site: Int)] = []
        for (index, holder) in package.sites.enumerated() {
            let site = try office.credential(of: holder, opening: package)
            seated += try package.candidates(site: site).map { ($0, index) }
            papers.append(
                try ReleasedPaper(SitePaper(package, site: site), release: opened, now: opened.session.start))
        }
        self.papers = papers
        exam = papers[0].exam
        let classes = Holder.all(.terminal, at: try folder.readExam().terminalClasses)
        terminal = try office.keys.credential(of: classes[0])
        seats = seated.map(\.seat)
        sites = seated.map(\.site)
        let part = try office.gradingPart(of: package)
        let rules = try folder.readRules()
        var forms: [FormID: FormContent] = [:]
        for seat in seats where forms[seat.form] == nil { forms[seat.form] = try papers[0].content(for: seat) }
        plans = try Simulation(exam: exam, forms: forms, part: part, rules: rules).plans(
            for: seats, tieAt: rules.honours.first?.count ?? 0, seed: seed)
    }

    /// How many candidates have this fate.
    func count(of fate: AnswerPlan.Fate) -> Int { plans.count { $0.fate == fate } }
}
