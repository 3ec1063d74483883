import ExamModel
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Testing

@testable import SiteServer

struct SiteSittingTests {
    private static let depth = ProcessInfo.processInfo.environment["KAOCHANG_MODEL_DEPTH"].flatMap(Int.init) ?? 5

    /// Every order of events up to a depth (`KAOCHANG_MODEL_DEPTH`), states that were met before left out: what was
    /// acknowledged stays, once and in order; one machine at a time is live; the deadline is what rules and orders make; an end is
    /// an end; and a server that is started again knows the same.
    @Test func everyOrderOfEventsKeepsWhatMayNotBreak() throws {
        let first = try SittingModel()
        var seen: Set<[AnyHashable]> = [first.key]
        var frontier = [first]
        var broken: [String] = []
        for _ in 1...Self.depth {
            var next: [SittingModel] = []
            for model in frontier {
                for event in SittingModel.Event.allCases {
                    guard let after = try model.after(event) else { continue }
                    if let fault = Self.fault(event, from: model, to: after) { broken.append("\(event): \(fault)") }
                    guard seen.insert(after.key).inserted else { continue }
                    next.append(after)
                    if let fault = Self.restored(after) { broken.append("\(event): \(fault)") }
                }
            }
            frontier = next
        }
        #expect(broken.isEmpty, "\(Set(broken).prefix(9).joined(separator: "\n"))")
        #expect(seen.count > 1_000, "\(seen.count) states were looked at")
        print("\(seen.count) states of a site's sitting, to the depth \(Self.depth)")
    }

    private static func fault(_ event: SittingModel.Event, from before: SittingModel, to after: SittingModel) -> String?
    {
        let sitting = after.sitting
        if let fault = after.fault { return fault }
        if !after.disk.starts(with: before.disk) { return "lines of the disk have changed" }
        if after.disk.count < after.acknowledged { return "acknowledged lines are gone" }
        if sitting.digests != after.disk.map({ Digest(of: $0) }) { return "memory and disk differ" }
        let isOfMachine =
            event == .move ? after.journal.lines == after.disk : after.journal.lines.starts(with: after.disk)
        if !after.disk.isEmpty, !isOfMachine { return "the site has lines that the machine has not" }
        let live = after.tokens.filter { after.record.ticketOfToken[$0] != nil }
        if live != [after.tokens[after.tokens.count - 1]] { return "\(live.count) machines are live" }
        if let fault = ending(event, before.sitting, sitting) { return fault }
        return deadline(after)
    }

    private static func ending(_ event: SittingModel.Event, _ before: SiteSitting, _ after: SiteSitting) -> String? {
        guard case .ended(let was, _) = before.phase, event != .reopen, !before.isReopened else { return nil }
        let orders = after.orders.compactMap(\.order?.kind)
        if was == .timeUp, orders.contains(.extraTime(SittingModel.extra)) { return nil }
        guard case .ended(let ending, _) = after.phase else { return "an end was undone" }
        return ending == was || ending == .voided && event == .void ? nil : "\(was) became \(ending)"
    }

    /// Made of the orders and of the journal on the disk.
    private static func deadline(_ model: SittingModel) -> String? {
        guard let state = model.sitting.state, !model.sitting.hasEnded else { return nil }
        var expected = SittingModel.rules.length
        for order in model.sitting.orders {
            if case .extraTime(let more)? = order.order?.kind { expected = expected + more }
        }
        var paused: SessionTime?
        for line in model.disk.dropFirst() {
            guard let entry = try? JournalLineText(line, at: Place(line: 0)).entry,
                case .ordered(let order) = entry.event
            else {
                continue
            }
            if order.kind == .pause { paused = entry.time }
            if order.kind == .resume, let since = paused { expected = expected + (entry.time - since) }
        }
        let deadline = model.sitting.deadline(SittingModel.rules)
        return deadline == expected ? nil : "the deadline is \(deadline), not \(expected) (\(state.lastOrder))"
    }

    /// What a server knows that is started on this log and these lines.
    private static func restored(_ model: SittingModel) -> String? {
        var record = SiteRecord([
            SittingModel.candidate.ticket: SiteSitting(SittingModel.candidate, header: SittingModel.header)
        ])
        for (event, digest) in model.log { record.apply(event, digest: digest) }
        guard var sitting = record.sittings[SittingModel.candidate.ticket] else { return "nobody is there" }
        do {
            try sitting.restore(model.disk, rules: SittingModel.rules, form: SittingModel.form)
        } catch {
            return "the lines cannot be read back: \(error)"
        }
        let now = model.sitting
        let isSame =
            sitting.phase == now.phase && sitting.digests == now.digests && sitting.orders == now.orders
            && sitting.live == now.live && sitting.isReopened == now.isReopened && sitting.sheet == now.sheet
            && sitting.deadline(SittingModel.rules) == now.deadline(SittingModel.rules)
        return isSame ? nil : "a server that is started again knows something else"
    }
}
