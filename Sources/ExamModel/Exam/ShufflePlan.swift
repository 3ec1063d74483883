/// How a form is put in another order for each candidate (乱序). The order itself is computed at the seat from the seed
/// and the ticket number, so that anybody who may see the form can compute it again.
package struct ShufflePlan: Hashable, Sendable, Codable {
    /// 64 hexadecimal digits, made for this purpose alone.
    package let seed: String
    /// Whether items change places inside their section.
    package let items: Bool
    /// Whether options change places inside their item.
    package let options: Bool
    /// Items whose options stay as they are.
    package let locked: [ItemID]

    package init(seed: String, items: Bool, options: Bool, locked: [ItemID]) {
        self.seed = seed
        self.items = items
        self.options = options
        self.locked = locked
    }
}
