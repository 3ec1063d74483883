import SiteLink
import SiteProtocol
import Testing

struct SyncStateTests {
    /// Every order of up to eight events, states that were met before left out: what the site has is a beginning of the
    /// journal, each line once and in its order; the terminal believes delivered only what is there; and from every state,
    /// once the network is well, everything arrives.
    @Test func everyOrderOfEventsDeliversOnceAndInOrder() {
        var seen: Set<SyncModel> = [SyncModel()]
        var frontier = [SyncModel()]
        var broken: [String] = []
        for _ in 1...8 {
            var next: [SyncModel] = []
            for model in frontier {
                for event in SyncModel.Event.allCases {
                    guard let after = model.after(event), seen.insert(after).inserted else { continue }
                    if let fault = Self.fault(after) { broken.append("\(event): \(fault) \(after)") }
                    next.append(after)
                }
            }
            frontier = next
        }
        #expect(broken.isEmpty, "\(broken.first ?? "")")
        #expect(seen.count > 1_000, "\(seen.count) states were looked at")
    }

    private static func fault(_ model: SyncModel) -> String? {
        if !model.journal.starts(with: model.site) { return "the site has other lines" }
        if model.sync.end != nil { return "given up" }
        if model.site.count < model.acknowledged { return "acknowledged lines are gone" }
        var calm = model
        calm.sync.hear(reign: model.reign)
        for _ in 0..<12 {
            if calm.request == nil {
                guard let sent = calm.after(.send) else { break }
                calm = sent
            }
            if calm.replies == nil, let arrived = calm.after(.arrive) { calm = arrived }
            calm = calm.after(.reply) ?? calm
        }
        return calm.site == calm.journal && calm.sync.isDelivered ? nil : "does not arrive"
    }

    @Test func aSiteWithOtherLinesEndsIt() {
        var sync = SyncState(saved: 3, site: 3)
        #expect(sync.next() == 2..<3)
        sync.take(.fault(SiteFault(.forked, "", "", lines: 2))) { _ in nil }
        #expect(sync.end == .forked && sync.next() == nil && !sync.isDelivered)
        #expect(SyncState(saved: 2, site: 3).end == .forked)
        var other = SyncState(saved: 2, site: 2)
        #expect(other.next() == 1..<2)
        other.take(.reply(lines: 2, head: SyncModel.digest(7))) { SyncModel.digest($0) }
        #expect(other.end == .forked)
    }

    @Test func nothingIsSentWhileARequestIsUnderwayOrWhenAllIsThere() {
        var sync = SyncState(saved: 2, site: 0)
        #expect(sync.next() == 0..<2)
        sync.grow(to: 4)
        #expect(sync.next() == nil)
        sync.take(.reply(lines: 2, head: SyncModel.digest(1))) { SyncModel.digest($0) }
        #expect(sync.next() == 2..<4)
        sync.take(.reply(lines: 4, head: SyncModel.digest(3))) { SyncModel.digest($0) }
        #expect(sync.isDelivered && sync.next() == nil)
    }

    @Test func whatTheSiteDoesNotTakeIsSaidAndTriedAgain() {
        var sync = SyncState(saved: 3, site: 1)
        _ = sync.next()
        sync.take(.fault(SiteFault(.tooLate, "迟", "late", lines: 1))) { _ in nil }
        #expect(sync.refusal?.code == .tooLate && sync.end == nil && sync.next() == 0..<3)
        sync.take(.fault(SiteFault(.movedAway, "", ""))) { _ in nil }
        #expect(sync.end == .movedAway)
    }
}
