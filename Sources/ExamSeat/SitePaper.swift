package import ExamModel
package import ExamPackage
package import Foundation
package import Sealing

/// A sealed paper at a site, opened as far as a site may before the release: who sits where. Shared by all seats.
package struct SitePaper: Sendable {
    package let package: PaperPackage
    package let site: Credential
    /// Whose certificate answers are encrypted to.
    package let grading: Certificate
    private let candidates: [TicketNumber: SeatAssignment]
    /// In the order of the paper.
    package let seats: [SeatAssignment]

    /// Opens a paper with the certificate that the site trusts. Refuses what ``PaperPackage`` refuses, and a ticket
    /// number that cannot name a file.
    package static func open(
        _ url: URL, trusting trust: Trust, site: Credential
    ) throws(Refusal) -> SitePaper {
        try SitePaper(PaperPackage.open(url, trusting: trust), site: site)
    }

    package init(_ package: PaperPackage, site: Credential) throws(Refusal) {
        self.package = package
        self.site = site
        guard let grading = package.certificates[Holder(.grading)] else {
            throw Refusal(
                .certificateUnreadable, "试卷包中没有阅卷组的证书，请重新取得试卷包。",
                "The paper holds no certificate of grading; get the paper again.")
        }
        self.grading = grading
        let candidates = try package.candidates(site: site)
        seats = candidates
        for candidate in candidates { try Self.checkName(candidate.ticket) }
        self.candidates = Dictionary(candidates.map { ($0.ticket, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var exam: Exam { package.exam }

    /// The candidate with this ticket number, if the last six characters of the identity number are right too. These
    /// are compared in constant time, and whichever is wrong, the answer is the same.
    package func candidate(ticket: TicketNumber, lastSix: String) -> SeatAssignment? {
        let found = candidates[ticket]
        let known = Data((found?.lastSix.uppercased() ?? "######").utf8)
        return known.equalsInConstantTime(Data(lastSix.uppercased().utf8)) ? found : nil
    }

    private static func checkName(_ ticket: TicketNumber) throws(Refusal) {
        guard !ticket.text.isEmpty, !ticket.text.hasPrefix("."), !ticket.text.contains("/"),
            ticket.text.utf8.count <= 100
        else {
            throw Refusal(
                .ticketRefused, "准考证号“\(ticket)”不能用作文件名，请考务组重新编排。",
                "The ticket number \"\(ticket)\" cannot name a file; the exam office has to number anew.")
        }
    }
}

extension FindingCode {
    package static let ticketRefused: FindingCode = "TICKET_REFUSED"
}
