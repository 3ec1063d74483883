import ExamModel

/// One thing that an audit computes again, and how.
struct AuditCheck: Sendable {
    /// A short word for scripts: `ledger`, `draw`, …
    let name: String
    let title: Bilingual
    /// Says what was checked and found to hold; refuses what does not.
    let run: @Sendable (Audit) throws(Refusal) -> Bilingual

    /// In the order in which later ones rest on earlier ones.
    static let all: [AuditCheck] = [
        AuditCheck(name: "ledger", title: Bilingual("账本", "the ledger")) { audit throws(Refusal) in try audit.ledger()
        },
        AuditCheck(name: "files", title: Bilingual("文件", "files")) { audit throws(Refusal) in try audit.files() },
        AuditCheck(name: "paper", title: Bilingual("封卷", "the seal")) { audit throws(Refusal) in try audit.seal() },
        AuditCheck(name: "release", title: Bilingual("启封", "the release")) { audit throws(Refusal) in
            try audit.release()
        },
        AuditCheck(name: "draw", title: Bilingual("抽签", "the draw")) { audit throws(Refusal) in try audit.draw() },
        AuditCheck(name: "forms", title: Bilingual("组卷", "assembly")) { audit throws(Refusal) in try audit.forms() },
        AuditCheck(name: "contents", title: Bilingual("卷内", "what was sealed")) { audit throws(Refusal) in
            try audit.contents()
        },
        AuditCheck(name: "receipts", title: Bilingual("回执", "receipts")) { audit throws(Refusal) in
            try audit.receipts()
        },
        AuditCheck(name: "scores", title: Bilingual("评分", "scores")) { audit throws(Refusal) in try audit.scores() },
        AuditCheck(name: "standings", title: Bilingual("排名", "standings")) { audit throws(Refusal) in
            try audit.standings()
        },
        AuditCheck(name: "reports", title: Bilingual("成绩报告", "reports")) { audit throws(Refusal) in
            try audit.reports()
        },
    ]
}
