import CanonicalJSON
import ExamModel
import ExamPackage
import ExamSeat
import Foundation
import SiteProtocol
import Sitting
import Synchronization

/// Forms as they are handed out and as answers are held against them, each made once.
final class FormShelf: Sendable {
    private let site: SitePaper
    private let sealed = Mutex<[FormID: Data]>([:])
    private let forms = Mutex<[FormID: SittingForm]>([:])
    private let sittings = Mutex<[TicketNumber: SittingForm]>([:])

    init(_ site: SitePaper) {
        self.site = site
    }

    /// ``SealedForm`` as JSON.
    func sealedForm(_ form: FormID) throws -> Data {
        if let known = sealed.withLock({ $0[form] }) { return known }
        let bytes = try CanonicalJSON.encode(site.package.sealedForm(form, site: site.site))
        sealed.withLock { $0[form] = bytes }
        return bytes
    }

    /// Makes ready what everybody may answer by the release that the hall has now, so that nobody waits for it at T0.
    func prepare(in hall: Hall) async {
        forms.withLock { $0 = [:] }
        sittings.withLock { $0 = [:] }
        for candidate in site.seats { _ = try? await sittingForm(of: candidate.ticket, in: hall) }
    }

    /// What a candidate may answer, once it is made.
    func known(_ ticket: TicketNumber) -> SittingForm? { sittings.withLock { $0[ticket] } }

    /// What a candidate may answer. Empty before the release; made outside of the hall, which others wait for.
    func sittingForm(of ticket: TicketNumber, in hall: Hall) async throws(SiteFault) -> SittingForm {
        if let known = known(ticket) { return known }
        guard let released = await hall.released, let candidate = site.seats.first(where: { $0.ticket == ticket })
        else {
            return SittingForm([])
        }
        do throws(Refusal) {
            let content = try released.content(for: candidate)
            let shared = forms.withLock { forms in
                let form = forms[content.id] ?? SittingForm(content.items)
                forms[content.id] = form
                return form
            }
            let form = shared.ordered(as: content.ordered(for: ticket).items)
            sittings.withLock { $0[ticket] = form }
            return form
        } catch {
            throw .internalFault
        }
    }
}
