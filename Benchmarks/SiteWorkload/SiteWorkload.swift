import ExamModel
import Foundation
import Sealing
import SiteLink
import SiteProtocol
import Sitting

/// What `Benchmarks/site.py` measures: candidates of one process who speak the site's protocol over TLS sockets, with the
/// terminal's own link, seat and journal. Prints one JSON document.
@main
struct SiteWorkload {
    /// What is to be done; a JSON document on standard input.
    struct Order: Decodable {
        struct Person: Decodable {
            let ticket: TicketNumber
            let lastSix: String
            /// The one-time code of this person's machine.
            let code: String
        }

        let address: String
        /// Certificates of the authority and of a terminal, with its key and the slip of its passphrase.
        let credentials: String
        /// Where the machines keep their journals.
        let state: String
        let people: [Person]
        /// Seconds between two answers, spread by half of it to both sides.
        let think: Double
        /// The session's second from which everybody hands in, and how many seconds that takes.
        let handIn: Double
        let spread: Double
        /// Instead of an exam: what a site saves without thought is measured beside empty requests and the disk.
        let saturation: Saturation.Beside?
    }

    static func main() async throws {
        let order = try JSONDecoder().decode(Order.self, from: FileHandle.standardInput.readToEnd() ?? Data())
        let clock = try SystemClock()
        let keys = KeyFolder(
            URL(filePath: order.credentials), passphrases: PassphraseSource(files: []), warn: { _ in })
        let trust = SiteTrust(
            try keys.trust(), terminal: try keys.credential(of: Holder(.terminal)), now: { clock.read().date })
        let transport = try SiteTransport(
            SiteAddress.read(order.address), as: trust, connections: 2 * order.people.count)
        let machines = try await enrol(order.people, at: transport)
        try FileHandle.standardOutput.write(contentsOf: Data("enrolled\n".utf8))
        if let beside = order.saturation {
            let saturation = Saturation(
                order: order, beside: beside, transport: transport, machines: machines, trust: try keys.trust(),
                readClock: { clock.read() })
            return try print(await saturation.run())
        }
        let field = Field(order, transport: transport, machines: machines, trust: trust, readClock: { clock.read() })
        try print(await field.run())
    }

    private static func print(_ result: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try FileHandle.standardOutput.write(contentsOf: try encoder.encode(result) + Data("\n".utf8))
    }

    /// The machines' tokens, by person.
    private static func enrol(_ people: [Order.Person], at transport: SiteTransport) async throws -> [String] {
        var tokens = [String](repeating: "", count: people.count)
        for block in stride(from: 0, to: people.count, by: 64) {
            try await withThrowingTaskGroup(of: (Int, String).self) { group in
                for index in block..<min(block + 64, people.count) {
                    let request = EnrolmentRequest(code: people[index].code, machine: "machine \(index + 1)")
                    group.addTask { (index, try await SiteClient(transport).enrol(request).token) }
                }
                for try await (index, token) in group { tokens[index] = token }
            }
        }
        return tokens
    }
}
