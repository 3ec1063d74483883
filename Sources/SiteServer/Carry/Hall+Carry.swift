import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import Sealing
import SiteProtocol
import Sitting

/// Journals that are carried to the site by hand, because their terminals are cut off.
extension Hall {
    /// Takes a sealed journal in, with everything that is asked of one that comes over the network: the terminal's
    /// signature, the candidate and the paper, the chain, the rules, the orders, the time and the grace. Returns when it is on
    /// the disk. What differs from the site's journal is kept aside.
    func take(
        carried file: Data, by actor: String, because reason: String
    ) async throws(SiteFault) -> CarriedJournal {
        let lines = try open(file)
        guard case .header(_, let header)? = lines.lines.first, let sitting = record.sittings[header.ticket] else {
            throw SiteFault(.againstRules, "这份作答记录不属于本考点的考生", "this journal belongs to no candidate of this site")
        }
        let seat = sitting.live?.seat ?? sitting.candidate.seat
        if isOnline(sitting) {
            try await keepAside(lines, from: seat)
            throw SiteFault(
                .movedAway, "这名考生的终端正连着服务器，由它自己送达；文件中不同的内容已另存",
                "the candidate's terminal is connected and delivers itself; what differs in the file is kept aside")
        }
        do throws(SiteFault) {
            _ = try await takeIn(lines, of: header.ticket, from: seat, form: formOrFault(of: sitting))
        } catch {
            if error.code == .forked { try await keepAside(lines, from: seat) }
            throw error
        }
        let sha256 = Digest(of: file)
        let fresh = max(0, lines.lines.count - sitting.digests.count)
        if fresh > 0 {
            try await note(
                [.carried(ticket: header.ticket, sha256: sha256, lines: fresh)], by: actor, because: reason,
                of: "take")
        }
        return CarriedJournal(
            ticket: header.ticket, sha256: sha256, lines: lines.lines.count, fresh: fresh,
            hasEnded: record.sittings[header.ticket]?.hasEnded ?? false)
    }

    private func open(_ file: Data) throws(SiteFault) -> JournalLines {
        do throws(Refusal) {
            let bytes = try SealedJournal.open(file, with: site.site, trusting: site.package.trust, at: date)
            return try JournalLines(bytes, from: 0)
        } catch {
            let message = error.findings.first?.message ?? Bilingual("无法识别", "not read")
            throw .bad("这不是给本考点的作答记录：\(message.chinese)", "no journal for this site: \(message.english)")
        }
    }

    /// Whether the live terminal was heard a moment ago and goes on.
    private func isOnline(_ sitting: SiteSitting) -> Bool {
        let ticket = sitting.candidate.ticket
        guard sitting.live != nil, !sitting.hasEnded, contacts[ticket] != nil else { return false }
        return !contacts.isCutOff(ticket, instant())
    }

    private func formOrFault(of sitting: SiteSitting) throws(SiteFault) -> SittingForm {
        do throws(Refusal) {
            return try form(of: sitting)
        } catch {
            throw .internalFault
        }
    }
}
