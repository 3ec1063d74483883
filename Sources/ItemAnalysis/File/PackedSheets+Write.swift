package import ExamModel
package import Foundation

extension PackedSheets {
    /// The bytes of a file of packed sheets.
    ///
    /// - Parameters:
    ///   - options: For each item how many options it has, 8 at most.
    ///   - responses: A byte an item, `items.count` bytes a sheet.
    ///   - tickets: One a sheet, or none at all.
    package static func data(
        form: FormID, items: [ItemID], options: [Int], responses: [UInt8], tickets: [String]
    ) throws(Refusal) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let description = Description(
            form: form, items: zip(items, options).map { Description.Item(id: $0, options: $1) })
        guard !items.isEmpty, items.count <= mostItems, options.allSatisfy({ (0...8).contains($0) }),
            let json = try? encoder.encode(description), json.count <= longestDescription
        else {
            throw Refusal(
                .badPackedSheets, "紧凑答卷每题至多 8 个选项、至多 \(mostItems) 题",
                "packed sheets take 8 options an item and \(mostItems) items at most")
        }
        let count = responses.count / items.count
        let size = tickets.map(\.utf8.count).max() ?? 0
        guard size <= longestTicket, tickets.isEmpty || tickets.count == count else {
            throw Refusal(
                .badPackedSheets, "准考证号应与答卷份数相同，每个至多 \(longestTicket) 字节",
                "a ticket for each sheet, \(longestTicket) bytes at most")
        }
        var data = Data(magic)
        data.append(number(version, size: 4))
        data.append(number(items.count, size: 4))
        data.append(number(count, size: 8))
        data.append(number(size, size: 4))
        data.append(number(json.count, size: 4))
        data.append(json)
        data.append(Data(count: start(afterDescription: json.count) - data.count))
        data.append(contentsOf: responses)
        for ticket in tickets {
            data.append(contentsOf: Array(ticket.utf8) + [UInt8](repeating: 0, count: size - ticket.utf8.count))
        }
        return data
    }

    /// The ticket of each sheet; none when the file holds none.
    package func tickets() throws(Refusal) -> [String] {
        guard ticketSize > 0 else { return [] }
        let text = try bytes.data(at: offset(ofTicket: 0), count: count * ticketSize)
        return (0..<count).map { index in
            String(decoding: text[index * ticketSize..<(index + 1) * ticketSize].prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private static func number(_ value: Int, size: Int) -> Data {
        Data((0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
    }
}
