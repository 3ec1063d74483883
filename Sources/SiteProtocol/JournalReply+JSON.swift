import CanonicalJSON
package import ExamModel
package import Foundation
import Sealing
import Sitting

/// The one answer that a site gives thousands of times a second, spelled and read without a general coder.
extension JournalReply {
    /// Canonical JSON.
    package var json: Data {
        Data(
            """
            {"head":"\(head)","lines":\(lines),"orders":\(orders),"time":{"isReleased":\(time.isReleased),\
            "reign":\(time.reign),"session":\(time.session.milliseconds)}}
            """.utf8)
    }

    /// Reads what ``json`` writes; any other spelling is left to the reader of JSON.
    package init(json: Data) throws(Refusal) {
        guard let reply = json.withUnsafeBytes(Self.scan) else {
            self = try CanonicalJSON.decodeAny(Self.self, from: json)
            return
        }
        self = reply
    }

    private static func scan(_ bytes: UnsafeRawBufferPointer) -> JournalReply? {
        var scanner = CanonicalScanner(bytes)
        guard scanner.take(#"{"head":""#), let head = scanner.text().flatMap({ Digest(text: $0) }),
            scanner.take(#","lines":"#), let lines = scanner.integer(), scanner.take(#","orders":"#),
            let orders = scanner.integer(),
            scanner.take(#","time":{"isReleased":"#), let isReleased = scanner.boolean(), scanner.take(#","reign":"#),
            let reign = scanner.integer(), scanner.take(#","session":"#),
            let session = scanner.integer(), scanner.take("}}"), scanner.isAtEnd
        else { return nil }
        let time = SiteTime(session: SessionTime(milliseconds: session), isReleased: isReleased, reign: reign)
        return JournalReply(lines: lines, head: head, time: time, orders: orders)
    }
}
