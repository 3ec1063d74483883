import ExamModel
import Foundation
import ItemBank
import Ledger
import Sealing

/// A bank and who works at it. The exam's own bank leaves a line in the exam's ledger for every change; any other bank
/// has its own history alone.
struct BankDesk {
    let url: URL
    /// Nil for a bank that belongs to no exam.
    let office: Office?
    let console: Console
    let clock: @Sendable () -> Date

    init(_ url: URL, console: Console, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.url = url
        office = nil
        self.console = console
        self.clock = clock
    }

    init(_ office: Office) {
        url = office.folder.bank
        self.office = office
        console = office.console
        clock = office.clock
    }

    /// The bank for reading; it must be there.
    func reading() throws(Refusal) -> ItemBank {
        guard FileManager.default.fileExists(atPath: url.path) else { try Office.refuseMissingBank(url) }
        return try ItemBank(reading: url)
    }

    /// Changes the bank, and says so in the exam's ledger: by what hash the approved items were known before and after.
    /// A change that came to nothing leaves no line.
    ///
    /// - Parameter note: further facts for the ledger, from what was done; nil when nothing was.
    func changing<Value>(
        _ action: LedgerAction, inputs: [URL] = [], makes: Bool = false,
        _ body: (ItemBank) throws(Refusal) -> Value, note: (Value) -> [String: String]?
    ) throws(Refusal) -> Value {
        guard makes || FileManager.default.fileExists(atPath: url.path) else { try Office.refuseMissingBank(url) }
        guard let office else { return try body(try ItemBank(at: url)) }
        let stage = try office.begin(action)
        let bank = try ItemBank(at: url)
        let before = try ItemBank.digest(of: bank.approvedItems()).description
        let value = try body(bank)
        guard var facts = note(value) else { return value }
        facts["before"] = before
        facts["bank"] = try ItemBank.digest(of: bank.approvedItems()).description
        try stage.record(inputs: inputs, note: facts)
        return value
    }
}

extension LedgerAction {
    static let bankEdit = LedgerAction(rawValue: "bank.edit")
    static let bankReview = LedgerAction(rawValue: "bank.review")
    static let bankRetire = LedgerAction(rawValue: "bank.retire")
    static let bankRestore = LedgerAction(rawValue: "bank.restore")
    static let bankEnemies = LedgerAction(rawValue: "bank.enemies")
    static let bankFeedback = LedgerAction(rawValue: "bank.feedback")
    static let bankSettings = LedgerAction(rawValue: "bank.settings")

    /// Whether a line of this action notes what the bank holds.
    var isOfBank: Bool { rawValue.hasPrefix("bank.") }
}
