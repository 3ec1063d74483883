import AtomicFile
import ExamModel
import ExamPackage
import Foundation
import Ledger
import Sealing

/// An exam that is computed again. Nothing in its folder is believed for being there: the ledger's lines are signed, and
/// everything else has to be what they say, or what can be made again from what they say.
struct Audit {
    /// Knows what was computed: later checks rest on it instead of reading what lies in the folder.
    var office: Office
    let trust: Trust
    /// Hashes of ledger lines that were noted elsewhere.
    let heads: [Digest]
    /// Whom the auditor believes about time; nil for those that the office kept in the folder.
    let timestampAuthorities: [Certificate]?
    /// The ledger, sound or not.
    let reading: LedgerReading

    /// Sheets that invigilators took in or declared void, as far as the answers opened.
    var endedByHand: [EndedSheet] = []

    var folder: ExamFolder { office.folder }

    init(
        _ office: Office, trust: Trust, heads: [Digest], timestampAuthorities: [Certificate]?
    ) throws(Refusal) {
        self.office = office
        self.trust = trust
        self.heads = heads
        self.timestampAuthorities = timestampAuthorities
        reading = try Ledger(at: office.folder.ledger).read(trusting: trust)
    }

    /// The last line that wrote `file`, as it stands in the ledger.
    func lastLine(of action: LedgerAction) -> LedgerLine? {
        reading.lines.last { $0.action == action }
    }

    /// The last line of a stage without which there is nothing to check. Refused as STAGE_MISSING.
    func line(of action: LedgerAction, _ name: String) throws(Refusal) -> LedgerLine {
        guard let line = lastLine(of: action) else {
            throw Refusal(
                .stageMissing, at: Place(file: Ledger.fileName), "账本中没有“\(name)”这一步，无从核验",
                "the ledger has no \(action): there is nothing to check")
        }
        return line
    }

    /// Refuses a file that is not, byte for byte, what was computed.
    func refuseOther(_ computed: Digest, than file: URL, _ chinese: String, _ english: String) throws(Refusal) {
        guard try office.digest(of: file) == computed else {
            throw Self.mismatch(folder.name(of: file), chinese, english)
        }
    }

    static func mismatch(_ file: String, line: Int? = nil, _ chinese: String, _ english: String) -> Refusal {
        Refusal(.auditMismatch, at: Place(file: file, line: line), chinese, english)
    }
}
