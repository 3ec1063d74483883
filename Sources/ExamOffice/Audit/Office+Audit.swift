import ExamModel
import ExamSettings
import Foundation
import Ledger
import Sealing

extension Office {
    /// Computes the exam again from its folder, or from a bundle for everybody (`audit verify`), up to the first thing
    /// that does not hold.
    ///
    /// - Parameters:
    ///   - authority: the certificate that the auditor was given by hand; the folder's own must be the same.
    ///   - heads: hashes of ledger lines that were noted elsewhere; each must be in the ledger.
    ///   - timestampAuthority: the certificate that time stamps are judged by, instead of those in the folder.
    func audit(
        authority: URL? = nil, heads: [String] = [], timestampAuthority: URL? = nil
    ) throws(Refusal) -> AuditReport {
        let trust = try trust()
        if let authority { try Self.refuseOther(try Certificate(contentsOf: authority), than: trust.authority) }
        var audit = try Audit(
            self, trust: trust, heads: try Self.digests(heads),
            timestampAuthorities: try timestampAuthority.map(Self.timestampAuthorities))
        var report = AuditReport()
        for (index, check) in AuditCheck.all.enumerated() {
            console.progress(Bilingual("核验", "verifying"), index, of: AuditCheck.all.count)
            guard check.stage.map({ audit.lastLine(of: $0) != nil }) ?? true else {
                if check.isOptional { continue }
                let message = Bilingual("账本中没有这一步，无从核验", "the ledger has no such stage: nothing to check")
                report.add(notDone: check, message.text(in: console.language))
                console.say(
                    "· \(check.title.chinese)：\(message.chinese)", "· \(check.title.english): \(message.english)")
                continue
            }
            do throws(Refusal) {
                let message = try check.run(&audit)
                report.add(check, message.text(in: console.language))
                console.say(
                    "√ \(check.title.chinese)：\(message.chinese)", "√ \(check.title.english): \(message.english)")
            } catch {
                report.add(check, error, console.language)
                console.say("× \(check.title.chinese)：不成立", "× \(check.title.english): does not hold")
                console.report(error.findings)
                return report
            }
        }
        if report.isComplete {
            console.say("全部成立", "everything holds")
        } else {
            console.say(
                "已做的各步全部成立；标 · 的还没有做（如果已经做过，就是账本被截短了）",
                "everything that was done holds; what is marked · was not done yet (or the ledger was cut off)")
        }
        return report
    }

    private static func refuseOther(_ given: Certificate, than own: Certificate) throws(Refusal) {
        guard given == own else {
            throw Refusal(
                .auditAuthority, "文件夹中的考试证书机构与给定的不是同一个，里面的一切都不可信",
                "the folder's authority is not the one given; believe nothing in it")
        }
    }

    private static func digests(_ texts: [String]) throws(Refusal) -> [Digest] {
        var digests: [Digest] = []
        for text in texts {
            guard let digest = Digest(text: text.lowercased()) else {
                throw Refusal(
                    .badValue, "账本末行散列应为 64 位十六进制，这里是“\(text)”", "a head has 64 hexadecimal digits, not “\(text)”")
            }
            digests.append(digest)
        }
        return digests
    }
}

extension FindingCode {
    static let auditAuthority: FindingCode = "AUDIT_AUTHORITY"
    static let auditMismatch: FindingCode = "AUDIT_MISMATCH"
}
