import ExamModel
import Ledger

/// One thing that an audit computes again, and how.
struct AuditCheck: Sendable {
    /// A short word for scripts: `ledger`, `draw`, …
    let name: String
    let title: Bilingual
    /// The stage that left what is checked; nil for what is there from the beginning.
    let stage: LedgerAction?
    /// Whether an exam without this stage is complete.
    let isOptional: Bool
    /// Says what was checked and found to hold; refuses what does not.
    let run: @Sendable (inout Audit) throws(Refusal) -> Bilingual

    private init(
        _ name: String, _ chinese: String, _ english: String, of stage: LedgerAction? = nil, isOptional: Bool = false,
        run: @escaping @Sendable (inout Audit) throws(Refusal) -> Bilingual
    ) {
        self.name = name
        title = Bilingual(chinese, english)
        self.stage = stage
        self.isOptional = isOptional
        self.run = run
    }

    /// In the order in which later ones rest on earlier ones.
    static let all: [AuditCheck] = [
        AuditCheck("ledger", "账本", "the ledger") { audit throws(Refusal) in try audit.ledger() },
        AuditCheck("timestamps", "时间戳", "time stamps", of: .timestamp, isOptional: true) { audit throws(Refusal) in
            try audit.timestamps()
        },
        AuditCheck("national", "国密副署", "statements signed with SM2", of: .countersign, isOptional: true) {
            audit throws(Refusal) in
            try audit.national()
        },
        AuditCheck("files", "文件", "files") { audit throws(Refusal) in try audit.files() },
        AuditCheck("paper", "封卷", "the seal", of: .paperSeal) { audit throws(Refusal) in try audit.seal() },
        AuditCheck("release", "启封", "the release", of: .paperRelease) { audit throws(Refusal) in try audit.release() },
        AuditCheck("draw", "抽签", "the draw", of: .paperAssemble) { audit throws(Refusal) in try audit.draw() },
        AuditCheck("forms", "组卷", "assembly", of: .paperAssemble) { audit throws(Refusal) in try audit.forms() },
        AuditCheck("contents", "卷内", "what was sealed", of: .paperSeal) { audit throws(Refusal) in try audit.contents()
        },
        AuditCheck("receipts", "回执", "receipts", of: .answersCollect) { audit throws(Refusal) in try audit.receipts() },
        AuditCheck("site-ledgers", "考点账本", "the sites' ledgers", of: .answersCollect, isOptional: true) {
            audit throws(Refusal) in
            try audit.siteLedgers()
        },
        AuditCheck("scores", "评分", "scores", of: .grade) { audit throws(Refusal) in try audit.scores() },
        AuditCheck("standings", "排名", "standings", of: .rank) { audit throws(Refusal) in try audit.standings() },
        AuditCheck("reports", "成绩报告", "reports", of: .report) { audit throws(Refusal) in try audit.reports() },
    ]
}
