import BankFile
import ExamModel
import ItemBank

/// How a person wants bank files imported.
struct ImportChoices: Sendable {
    /// Who imports.
    var by = Person.atThisMachine
    var reason = ""
    /// What becomes of new items; nil leaves it to the bank.
    var state: ItemState?
    /// Who published the files; nil names the file itself.
    var source: String?
    /// Takes over what the files say where the bank holds the item with the same key.
    var updates = false
    var isDryRun = false
    /// What further column headings mean.
    var headings = BankHeadings.usual
    /// Imports the sound items of a file even where others are refused.
    var acceptsPartial = false
}
