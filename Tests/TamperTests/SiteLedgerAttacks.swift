import ExamModel
import ExamTestSupport
import Foundation
import Ledger
import Sealing

/// Against what a site says that its invigilators did: on its way to the office, and in the office's folder.
struct SiteLedgerAttacks {
    private let exam: RehearsedExam

    init() throws {
        exam = try RehearsedExam.shared.get()
    }

    private static let deeds = [("give-time", "52010001"), ("pause", "52010002"), ("void", "52010002")]
    private static let stored = "sites/site.jsonl"

    /// What refuses a site's ledger that was spoilt on its way.
    private func collecting(_ change: @escaping (inout [Data]) throws -> Void) throws -> String? {
        try exam.refusal(of: ["answers", "collect", SiteNote.fileName]) { folder in
            try put(SiteRecord(of: folder.url).ledger(Self.deeds), changed: change, as: SiteNote.fileName, in: folder)
        }
    }

    private func put(
        _ ledger: Data, changed change: (inout [Data]) throws -> Void, as name: String, in folder: TemporaryFolder
    ) throws {
        var lines = ledger.split(separator: UInt8(ascii: "\n")).map { Data($0) }
        try change(&lines)
        try folder.write(lines.reduce(into: Data()) { $0 += $1 + [UInt8(ascii: "\n")] }, as: name)
    }

    /// What the audit finds after a sound one was collected, with the voided sheet that it speaks of.
    private func auditing(_ change: @escaping (TemporaryFolder) throws -> Void) throws -> String? {
        try exam.audit { folder in
            let site = SiteRecord(of: folder.url)
            try folder.write(site.ledger(Self.deeds), as: "usb/" + SiteNote.fileName)
            try folder.write(site.voidedSheet(of: "52010002"), as: "usb/void.kca")
            try RehearsedExam.kaochang(["answers", "collect", "usb/void.kca"], in: folder)
            try change(folder)
        }
    }

    /// The office puts another ledger in its place, and signs the exam's ledger again.
    private func signed(_ change: @escaping (inout [Data]) throws -> Void) throws -> String? {
        try auditing { folder in
            try put(folder.read(Self.stored), changed: change, as: Self.stored, in: folder)
            try folder.signLedgerAgain(from: .answersCollect)
        }
    }

    private static func reword(_ lines: inout [Data]) {
        lines[1] = Data(String(decoding: lines[1], as: UTF8.self).replacing("机器故障", with: "迟到").utf8)
    }

    var all: [Attack] {
        [
            Attack("考点账本改一条理由再交", "a reason in a site's ledger changed on its way", foundBy: "LEDGER_EDITED") {
                try collecting(Self.reword)
            },
            Attack("考点账本删一行再交", "a line of a site's ledger taken out on its way", foundBy: "LEDGER_MISSING") {
                try collecting { $0.remove(at: 1) }
            },
            Attack("考点账本末两行对调再交", "two lines of a site's ledger swapped on their way", foundBy: "LEDGER_MISSING") {
                try collecting { $0.swapAt(1, 2) }
            },
            Attack("交来另一场考试的考点账本", "the ledger of another exam's site handed in", foundBy: "LEDGER_SIGNER") {
                let validity = Validity(from: .now.addingTimeInterval(-86_400), until: .now.addingTimeInterval(86_400))
                let stranger = try TestAuthority(validity: validity)[.site]
                return try exam.refusal(of: ["answers", "collect", SiteNote.fileName]) { folder in
                    try folder.write(SiteRecord.ledger(Self.deeds, signedBy: stranger), as: SiteNote.fileName)
                }
            },
            Attack("收下的考点账本改一条理由", "a reason in a collected site's ledger changed", foundBy: "files") {
                try auditing { try put($0.read(Self.stored), changed: Self.reword, as: Self.stored, in: $0) }
            },
            Attack("收下的考点账本不见了", "a collected site's ledger taken away", foundBy: "files") {
                try auditing { try FileManager.default.removeItem(at: $0[Self.stored]) }
            },
            Attack(
                "考务组改考点账本的理由并重签总账", "the office changes a reason in a site's ledger and signs its own again",
                foundBy: "site-ledgers"
            ) {
                try signed(Self.reword)
            },
            Attack(
                "考务组从考点账本删一行并重签总账", "the office takes a line out of a site's ledger and signs its own again",
                foundBy: "site-ledgers"
            ) {
                try signed { $0.remove(at: 0) }
            },
            Attack(
                "考务组对调考点账本两行并重签总账", "the office swaps lines of a site's ledger and signs its own again",
                foundBy: "site-ledgers"
            ) {
                try signed { $0.swapAt(0, 1) }
            },
            Attack(
                "考务组截掉考点账本里的作废并重签总账", "the office cuts a sheet's voiding off a site's ledger and signs its own again",
                foundBy: "site-ledgers"
            ) {
                try signed { $0.removeLast() }
            },
            Attack(
                "考务组代考点重签考点账本", "the office writes a site's ledger itself", foundBy: "site-ledgers"
            ) {
                try auditing { folder in
                    let forged = try TemporaryFolder()
                    let entry = LedgerEntry(time: .now, action: .report, note: [SiteNote.action: "void"])
                    try Ledger(at: forged["ledger"]).append(entry, signedBy: folder.key(.office))
                    try folder.write(forged.read("ledger"), as: Self.stored)
                    try folder.signLedgerAgain(from: .answersCollect)
                }
            },
            Attack("考点另写一本账补交", "a site writes another ledger and hands that in too", foundBy: "site-ledgers") {
                try auditing { folder in
                    let other = try SiteRecord(of: folder.url).ledger([("void", "52010002")])
                    try folder.write(other, as: "usb/" + SiteNote.fileName)
                    try RehearsedExam.kaochang(["answers", "collect", "usb/" + SiteNote.fileName], in: folder)
                }
            },
        ]
    }
}
