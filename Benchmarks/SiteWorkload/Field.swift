import ExamModel
import Foundation
import SiteLink
import SiteProtocol
import Sitting
import Synchronization

/// A whole field of candidates at once.
final class Field: Sendable {
    /// In a hall each candidate's journal is begun by a machine of its own. Here they are begun one after the other, within
    /// so many milliseconds, so that this process does not take the server's time at the start.
    private static let settling = 1000

    private let order: SiteWorkload.Order
    private let transport: SiteTransport
    private let machines: [String]
    private let trust: SiteTrust
    private let readClock: @Sendable () -> ClockReading
    private let durations = Mutex<[SiteCandidate.Moment: [Duration]]>([:])

    init(
        _ order: SiteWorkload.Order, transport: SiteTransport, machines: [String], trust: SiteTrust,
        readClock: @escaping @Sendable () -> ClockReading
    ) {
        self.order = order
        self.transport = transport
        self.machines = machines
        self.trust = trust
        self.readClock = readClock
    }

    func run() async throws -> Measured {
        let folder = try TerminalFolder(URL(filePath: order.state))
        let shelf = FormShelf()
        let outcomes = await withTaskGroup(of: (receipt: String?, error: String?).self) { group in
            for (index, person) in order.people.enumerated() {
                let candidate = SiteCandidate(
                    SiteClient(transport, machine: machines[index]),
                    login: LoginRequest(ticket: person.ticket, lastSix: person.lastSix), trust: trust,
                    folder: folder, shelf: shelf, readClock: readClock,
                    settle: { try? await Task.sleep(for: .milliseconds(Int.random(in: 0...Self.settling))) },
                    observe: note,
                    plan: { self.plan(index, $0) })
                group.addTask {
                    do {
                        return (try await candidate.run(), nil)
                    } catch {
                        return (nil, "\(person.ticket): \(error)")
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let spreads = durations.withLock { $0 }.map { ($0.key.rawValue, Measured.Spread($0.value)) }
        return Measured(
            handedIn: outcomes.count { $0.receipt != nil }, failures: outcomes.compactMap(\.error),
            moments: Dictionary(uniqueKeysWithValues: spreads))
    }

    @Sendable private func note(_ moment: SiteCandidate.Moment, _ duration: Duration) {
        durations.withLock { $0[moment, default: []].append(duration) }
    }

    /// Every item is answered again and again until it is time to hand in.
    @Sendable private func plan(_ index: Int, _ paper: OpenPaper) -> [SiteCandidate.Step] {
        var generator = SystemRandomNumberGenerator()
        let end = order.handIn + order.spread * Double(index) / Double(max(1, order.people.count))
        var time = order.think * Double.random(in: 0...1, using: &generator)
        var steps: [SiteCandidate.Step] = []
        let questions = paper.content.questions
        while time < end {
            let question = questions[steps.count % questions.count]
            let options = question.item.options
            let round = steps.count / questions.count
            steps.append(.init(at: Self.time(time), .answered(question.id, [options[round % options.count].id])))
            time += order.think * Double.random(in: 0.5...1.5, using: &generator)
        }
        steps.append(.init(at: Self.time(end), .handedIn))
        return steps
    }

    private static func time(_ seconds: Double) -> SessionTime { SessionTime(milliseconds: Int(seconds * 1000)) }
}

/// What a field measured; times in milliseconds.
struct Measured: Encodable {
    struct Spread: Encodable {
        let count: Int
        let mean: Double
        let p50: Double
        let p95: Double
        let p99: Double
        let max: Double

        init(_ durations: [Duration]) {
            let sorted = durations.map { $0.inSeconds * 1000 }.sorted()
            func quantile(_ share: Double) -> Double {
                sorted.isEmpty ? 0 : sorted[Swift.min(sorted.count - 1, Int(share * Double(sorted.count)))]
            }
            count = sorted.count
            mean = sorted.reduce(0, +) / Double(Swift.max(1, sorted.count))
            p50 = quantile(0.5)
            p95 = quantile(0.95)
            p99 = quantile(0.99)
            max = sorted.last ?? 0
        }
    }

    let handedIn: Int
    let failures: [String]
    let moments: [String: Spread]
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
