package import Sealing

/// What the site has of a journal, on its disk.
package struct JournalReply: Hashable, Sendable, Codable {
    /// How many lines, the header included.
    package let lines: Int
    /// Of the last of them, without its line feed.
    package let head: Digest
    package let time: SiteTime
    /// The number of the last order or message for this sitting.
    package let orders: Int

    package init(lines: Int, head: Digest, time: SiteTime, orders: Int) {
        self.lines = lines
        self.head = head
        self.time = time
        self.orders = orders
    }
}
