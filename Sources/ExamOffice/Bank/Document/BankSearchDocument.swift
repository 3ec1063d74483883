import ItemBank

/// The document of `bank search --json`.
struct BankSearchDocument: Encodable {
    let total: Int
    let items: [BankEntryDocument]

    init(_ result: SearchResult) {
        total = result.total
        items = result.entries.map(BankEntryDocument.init)
    }
}
