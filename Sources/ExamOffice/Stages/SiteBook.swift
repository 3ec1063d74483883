import ExamModel
import ExamPackage
import Foundation
import Ledger
import Sealing

/// A site's own ledger (考点账本): what its invigilators did and why, every line signed by that site.
struct SiteBook {
    let site: Holder
    let lines: [LedgerLine]
    let bytes: Data

    /// Refuses the faults of a ledger (LEDGER_…), and SITE_LEDGER_FOREIGN: one without lines, or that no single site of this
    /// paper signed.
    init(_ bytes: Data, named file: String, of package: PaperPackage) throws(Refusal) {
        let reading = LedgerReading(bytes, trusting: package.trust)
        guard reading.faults.isEmpty else {
            throw Refusal(reading.faults.map { Self.finding($0, in: file) })
        }
        let names = Set(reading.signers.map { $0?.commonName })
        guard reading.lines.allSatisfy({ $0.action == .siteAct }), names.count == 1, let name = names.first,
            let site = Self.site(of: name, in: package)
        else {
            throw Self.foreign(
                file, "这不是本场考试一个考点的账本", "this is not the ledger of one site of this exam")
        }
        self.site = site
        lines = reading.lines
        self.bytes = bytes
    }

    /// The site that a certificate was issued to; nil for none of this paper's.
    static func site(of commonName: String?, in package: PaperPackage) -> Holder? {
        package.manifest.siteHolders.first { $0.commonName(of: package.manifest.exam) == commonName }
    }

    /// Whether this is the same account as `earlier`, which may have got further lines. A site that lost its file writes the
    /// same again from its log.
    func continues(_ earlier: SiteBook) -> Bool {
        lines.count >= earlier.lines.count
            && zip(lines, earlier.lines).allSatisfy { $0.note == $1.note && $0.time == $1.time }
    }

    static func foreign(_ file: String, _ chinese: String, _ english: String) -> Refusal {
        Refusal(
            .siteLedgerForeign, at: Place(file: file), "\(chinese)。请核对文件；\(remedy.chinese)",
            "\(english): check which file it is; \(remedy.english)")
    }

    private static func finding(_ fault: LedgerFault, in file: String) -> Finding {
        let finding = fault.finding(in: file)
        return Finding(
            .error, finding.code, at: finding.place,
            Bilingual(
                "\(finding.message.chinese)考点账本不可信：\(remedy.chinese)",
                "\(finding.message.english) The site's ledger is not to be trusted: \(remedy.english)"))
    }

    private static let remedy = Bilingual(
        "请报告监督组，让考点重新导出（kaochang-site export）；要先收答卷，把这个账本文件移开再收",
        "tell supervision and have the site export again (kaochang-site export); to collect the answers first, move this file "
            + "away")
}

extension FindingCode {
    static let siteLedgerForeign: FindingCode = "SITE_LEDGER_FOREIGN"
}
