import ExamModel
import ExamTestSupport
import Foundation
import Testing

/// Every attack that we could think of, against what a package, a ledger or an exam folder says of itself. Prints a table;
/// `docs/Attacks.md` holds the same one.
struct TamperSuite {
    @Test func everyAttackIsFoundAsExpected() throws {
        let attacks =
            try PackageAttacks().all + CertificateAttacks().all + ArchiveAttacks().all + LedgerAttacks().all
            + ResultAttacks().all + SiteLedgerAttacks().all
        var table = "| 攻击 attack | 应由何者发现 expected | 实际 found |\n|---|---|---|\n"
        for attack in attacks {
            let found = try attack.attempt()
            #expect(found == attack.expected, "\(attack.name.english)")
            let row = "| \(attack.name.chinese) \(attack.name.english) | `\(attack.expected)` |"
            table += "\(row) \(found.map { "`\($0)` √" } ?? "× 未发现 NOT FOUND") |\n"
        }
        print(table)
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/Attacks.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains(table), "docs/Attacks.md shows another table; take the one above")
    }
}
