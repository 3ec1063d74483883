package import ExamModel
import Foundation

/// Packed answer sheets (紧凑答卷, `.kps`): a byte an item, for files of a million sheets. The format is in docs/Formats.md.
///
/// Bit 0 of a byte is the item's first option, bit 1 its second; no bit is no answer.
package struct PackedSheets: Sendable {
    package static let version = 1
    static let magic = Array("KCSHEETS".utf8)
    /// The numbers before the description.
    static let headSize = 32
    /// The responses begin at a multiple of this.
    static let alignment = 64
    /// More than any paper has; bounds what a damaged file can ask for.
    static let mostItems = 10_000
    static let longestDescription = 1 << 20
    static let longestTicket = 256

    /// What the bytes mean, in JSON.
    struct Description: Codable {
        struct Item: Codable {
            let id: ItemID
            let options: Int
        }

        let form: FormID
        let items: [Item]
    }

    let bytes: SheetBytes
    package let form: FormID
    package let items: [ItemID]
    /// For each item how many options it has.
    package let options: [Int]
    package let count: Int
    let ticketSize: Int
    private let start: Int

    /// Opens a file and checks that its length is what its head says.
    ///
    /// - Throws: `FILE_MISSING`, `FILE_UNREADABLE`, `BAD_PACKED_SHEETS`.
    package init(_ bytes: SheetBytes) throws(Refusal) {
        guard bytes.size >= Self.headSize else { throw .notPacked(bytes.name, "文件太短", "it is too short") }
        let head = try bytes.data(at: 0, count: Self.headSize)
        guard head.starts(with: Self.magic) else {
            throw .notPacked(bytes.name, "开头不是 KCSHEETS", "it does not begin with KCSHEETS")
        }
        guard Self.number(head, at: 8, size: 4) == Self.version else {
            throw .notPacked(bytes.name, "版本不是 \(Self.version)", "its version is not \(Self.version)")
        }
        let items = Self.number(head, at: 12, size: 4)
        let sheets = Self.number(head, at: 16, size: 8)
        let (ticket, length) = (Self.number(head, at: 24, size: 4), Self.number(head, at: 28, size: 4))
        guard (1...Self.mostItems).contains(items), (0...bytes.size).contains(sheets), ticket <= Self.longestTicket,
            length <= Self.longestDescription, bytes.size >= Self.headSize + length
        else { throw .notPacked(bytes.name, "文件头里的数目不合理", "the numbers in its head make no sense") }
        let json = Data(try bytes.data(at: Self.headSize, count: length))
        guard let description = try? JSONDecoder().decode(Description.self, from: json),
            description.items.count == items, description.items.allSatisfy({ (0...8).contains($0.options) })
        else { throw .notPacked(bytes.name, "试题说明读不出来", "its description cannot be read") }
        start = Self.start(afterDescription: length)
        guard bytes.size == start + sheets * (items + ticket) else {
            throw .notPacked(
                bytes.name, "文件长度与份数不符，可能没有复制完整", "its length is not that of \(sheets) sheets: it is not all there")
        }
        self.bytes = bytes
        form = description.form
        self.items = description.items.map(\.id)
        options = description.items.map(\.options)
        count = sheets
        ticketSize = ticket
    }

    package static func isPacked(_ bytes: SheetBytes) throws(Refusal) -> Bool {
        guard bytes.size >= headSize else { return false }
        return try bytes.data(at: 0, count: magic.count) == magic
    }

    static func start(afterDescription length: Int) -> Int {
        (headSize + length + alignment - 1) / alignment * alignment
    }

    func offset(ofSheet index: Int) -> Int { start + index * items.count }

    func offset(ofTicket index: Int) -> Int { start + count * items.count + index * ticketSize }

    private static func number(_ bytes: [UInt8], at offset: Int, size: Int) -> Int {
        let value = bytes[offset..<offset + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(clamping: value)
    }
}

extension FindingCode {
    /// Not a file of packed answer sheets, or a damaged one.
    package static let badPackedSheets: FindingCode = "BAD_PACKED_SHEETS"
}

extension Refusal {
    static func notPacked(_ file: String, _ chinese: String, _ english: String) -> Refusal {
        Refusal(
            .badPackedSheets, at: Place(file: file), "不是完好的紧凑答卷文件：\(chinese)；请重新生成或复制",
            "not a sound file of packed sheets: \(english); make or copy it again")
    }
}
