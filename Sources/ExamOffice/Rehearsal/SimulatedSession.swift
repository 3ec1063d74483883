import Dispatch
import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing
import Synchronization

/// All simulated candidates of one session, as many at a time as there are cores.
struct SimulatedSession {
    private let places: URL
    /// What each site opens with its own key.
    private let papers: [ReleasedPaper]
    private let exam: Exam
    private let release: URL
    private let seats: [SeatAssignment]
    /// The site of each seat, by its position in `papers`.
    private let sites: [Int]
    private let plans: [AnswerPlan]

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
        seats = seated.map(\.seat)
        sites = seated.map(\.site)
        let part = try office.gradingPart(of: package)
        let rules = try folder.readRules()
        var forms: [FormID: FormContent] = [:]
        for seat in seats where forms[seat.form] == nil { forms[seat.form] = try papers[0].content(for: seat) }
        plans = try Simulation(exam: exam, forms: forms, part: part, rules: rules).plans(
            for: seats, tieAt: rules.honours.first?.count ?? 0, seed: seed)
    }

    /// Everybody sits. Returns the sealed answers, a file a candidate.
    func run(_ console: Console) throws(Refusal) -> [URL] {
        let failures = Mutex<[Finding]>([])
        let done = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: seats.count) { index in
            do throws(Refusal) {
                try sit(index)
            } catch {
                failures.withLock { $0 += error.findings }
            }
            done.withLock { count in
                count += 1
                console.progress(Bilingual("作答", "sitting"), count, of: seats.count)
            }
        }
        let findings = failures.withLock { $0 }
        guard findings.isEmpty else { throw Refusal(findings) }
        let answers = plans.reduce(0) { $0 + $1.responses.count }
        let fates = Dictionary(grouping: plans, by: \.fate).mapValues(\.count)
        console.say(
            "\(seats.count) 名考生交卷，作答 \(answers) 次，每次先落盘再算数；中途断电续考 \(fates[.interrupted] ?? 0) 人，"
                + "提前交卷 \(fates[.early] ?? 0) 人，到时自动交卷 \(fates[.runsOut] ?? 0) 人",
            "\(seats.count) candidates, \(answers) answers each on the disk before it counted; \(fates[.interrupted] ?? 0) "
                + "cut off and resumed, \(fates[.early] ?? 0) early, \(fates[.runsOut] ?? 0) out of time")
        return seats.map { places.appending(path: "\($0.ticket).kca") }
    }

    private func sit(_ index: Int) throws(Refusal) {
        let released = papers[sites[index]]
        let desk = try ExamDesk(paper: released.paper, release: release, answers: places)
        _ = try SimulatedSitting(desk: desk, released: released, assignment: seats[index], plan: plans[index]).run()
    }
}
