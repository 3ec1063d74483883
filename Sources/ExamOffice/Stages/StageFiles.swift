import ExamModel
import Ledger

/// Which stages write which files. A line that claims another's, such as a roster line that lists new scores, would let its
/// signer do what only that other role may.
enum StageFiles {
    /// By how the file's name begins; the first that fits counts.
    private static let writers: [(beginning: String, actions: Set<LedgerAction>)] = [
        ("keys/", [.keysInit, .keysImport, .keysNational, .keysRenew, .keysRevoke]),
        ("registration/", [.rosterImport, .seating, .tickets]),
        ("forms/", [.paperAssemble, .paperMark]),
        ("paper/paper.kcp", [.paperSeal]),
        ("paper/paper.kcr", [.paperRelease]),
        ("paper/paper.kcx", [.paperRevoke]),
        ("answers/", [.answersCollect]),
        ("sites/", [.answersCollect]),
        ("scores/", [.grade, .regradeApply]),
        ("analysis/", [.grade, .regradeApply]),
        ("regrade/", [.regradePropose]),
        ("standings/adjudications/", [.adjudicate]),
        ("standings/", [.rank, .regradeApply]),
        ("reports/", [.report]),
        ("timestamps/", [.timestamp]),
        ("national/", [.countersign]),
    ]

    /// Refuses lines that wrote files of other stages, or outside of the exam's folder: LEDGER_FILE.
    static func check(_ lines: [LedgerLine]) throws(Refusal) {
        let findings = lines.flatMap { line in
            line.outputs.filter { !isInside($0.name) || !isWritten($0.name, by: line.action) }.map { artifact in
                Finding(
                    .error, .ledgerFile, at: Place(file: Ledger.fileName, line: line.sequence),
                    Bilingual(
                        "\(artifact.name) 不是 \(line.action) 这一步写的文件：这一行越了权",
                        "\(line.action) does not write \(artifact.name): this line oversteps"))
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    /// A path that stays in the folder, spelled in one way: bundles copy what it names.
    private static func isInside(_ name: String) -> Bool {
        name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
    }

    private static func isWritten(_ name: String, by action: LedgerAction) -> Bool {
        writers.first { name.hasPrefix($0.beginning) }?.actions.contains(action) ?? true
    }
}

extension FindingCode {
    static let ledgerFile: FindingCode = "LEDGER_FILE"
}
