import ExamModel
import ExamTestSupport
import Foundation
import Testing

@testable import ItemAnalysis

struct SheetFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func file(_ name: String, _ data: Data) throws -> SheetBytes {
        try data.write(to: folder[name])
        return try SheetBytes(folder[name])
    }

    private func packed(_ random: RandomForm, tickets: [String] = []) throws -> Data {
        try PackedSheets.data(
            form: random.form.form, items: random.form.items.map(\.id), options: random.form.items.map(\.options.count),
            responses: random.sheets, tickets: tickets)
    }

    private func csv(_ random: RandomForm, end: String, tickets: Bool) -> Data {
        let items = random.form.items
        var lines = [(tickets ? ["准考证号"] : []) + items.map(\.id.text)]
        for start in stride(from: 0, to: random.sheets.count, by: items.count) {
            let cells = zip(items, random.sheets[start...]).map { item, mask in
                item.options.indices.filter { mask >> UInt8($0) & 1 == 1 }.map(Item.Option.letter).joined()
            }
            lines.append((tickets ? ["T\(start)"] : []) + cells)
        }
        return Data(lines.map { $0.joined(separator: ",") }.joined(separator: end).utf8)
    }

    private func judgements(_ random: RandomForm) -> [Bool] {
        random.form.items.map { $0.options.count == 2 }
    }

    /// Enough sheets that several workers share the file and rows cross the buffers' ends.
    @Test(arguments: ["\n", "\r\n"], [true, false])
    func packedAndTableSayTheSameAsMemory(_ end: String, _ tickets: Bool) throws {
        let random = try RandomForm(seed: "f11e", sheets: 60_000)
        let memory = try CountedSheets(random.sheets, of: random.form)
        let table = try SheetTable(
            file("a.csv", csv(random, end: end, tickets: tickets)), items: random.form.items.count)
        let read = try table.counted(by: random.form, judgements: judgements(random))
        #expect(table.hasTickets == tickets)
        #expect(read.rows == memory.rows)
        #expect(FormAnalysis(read) == FormAnalysis(memory))
        let package = try PackedSheets(file("a.kps", packed(random)))
        let counted = try package.counted(by: random.form)
        #expect(counted.rows == memory.rows)
        #expect(FormAnalysis(counted) == FormAnalysis(memory))
        #expect(counted.ranks() == memory.ranks())
    }

    @Test func ticketsComeBack() throws {
        let random = try RandomForm(seed: "7", sheets: 3)
        let tickets = ["5101240101", "甲-2", ""]
        let package = try PackedSheets(file("t.kps", packed(random, tickets: tickets)))
        #expect(try package.tickets() == tickets)
        #expect(package.count == 3)
    }

    /// The format is pinned: docs/Formats.md says what stands where.
    @Test func theFormatStays() throws {
        let data = try PackedSheets.data(
            form: "A", items: ["q1", "q2"], options: [4, 2], responses: [1, 2, 0, 1, 15, 0],
            tickets: ["01", "2", "003"])
        let hexadecimal = data.map { byte in String(UInt16(byte) + 256, radix: 16).dropFirst() }.joined()
        let json = #"{"form":"A","items":[{"id":"q1","options":4},{"id":"q2","options":2}]}"#
        let head = "4b43534845455453" + "01000000" + "02000000" + "0300000000000000" + "03000000" + "46000000"
        let text = json.utf8.map { byte in String(UInt16(byte) + 256, radix: 16).dropFirst() }.joined()
        let padding = String(repeating: "00", count: 128 - 32 - json.utf8.count)
        #expect(json.utf8.count == 0x46)
        #expect(hexadecimal == head + text + padding + "01020001" + "0f00" + "303100" + "320000" + "303033")
    }

    @Test func damageIsRefused() throws {
        let random = try RandomForm(seed: "9", sheets: 20)
        let sound = try packed(random)
        var damaged: [String: Data] = ["empty": Data()]
        damaged["short"] = Data(sound.dropLast())
        damaged["long"] = sound + Data([0])
        damaged["head"] = Data(sound.prefix(20))
        damaged["magic"] = Self.changed(sound, at: 0, "KCSHEETZ".utf8)
        damaged["version"] = Self.changed(sound, at: 8, [2, 0, 0, 0])
        damaged["items"] = Self.changed(sound, at: 12, [255, 255, 255, 255])
        damaged["sheets"] = Self.changed(sound, at: 16, [255, 255, 255, 255, 255, 255, 255, 127])
        damaged["negative"] = Self.changed(sound, at: 16, [255, 255, 255, 255, 255, 255, 255, 255])
        damaged["description"] = Self.changed(sound, at: 32, [0])
        for (name, data) in damaged {
            let bytes = try file(name, data)
            let refusal = #expect(throws: Refusal.self, "\(name)") { try PackedSheets(bytes) }
            #expect(refusal?.has(.badPackedSheets) == true, "\(name)")
        }
        var stray = sound
        stray[stray.count - 1] = 0b100
        let package = try PackedSheets(file("stray", stray))
        let refusal = #expect(throws: Refusal.self) { try package.counted(by: random.form) }
        #expect(refusal?.findings.first?.place.row == 20)
    }

    private static func changed(_ data: Data, at offset: Int, _ bytes: some Collection<UInt8>) -> Data {
        data.prefix(offset) + Data(bytes) + data.dropFirst(offset + bytes.count)
    }

    @Test func cellsAreReadAsPeopleWriteThem() throws {
        let items = ["s1", "s2"].map { RandomForm.item(ItemID($0), 4, Mark(1), right: 1, wrong: .zero) }
        let judged = RandomForm.item("j", 2, Mark(1), right: 1, wrong: .zero)
        let form = CodedForm(form: "A", sections: [CodedSection(title: "一", floor: .zero, items: items + [judged])])
        let text = "\u{FEFF}准考证号,s1,s2,j\r\n1,A,a,T\r\n2,\"A\",\"A,B\",√\r\n\r\n\"3,3\", Ａ ,,对\r\n4,BD,,F"
        let table = try SheetTable(file("w.csv", Data(text.utf8)), items: 3)
        let read = try table.read(key: form, judgements: [false, false, true])
        #expect(read.tickets == ["1", "2", "3,3", "4"])
        #expect(read.responses == [1, 1, 1, 1, 3, 1, 1, 0, 1, 10, 0, 2])
        let counted = try table.counted(by: form, judgements: [false, false, true])
        #expect((0..<4).map { counted.total($0) } == [Mark(3), Mark(2), Mark(2), .zero])
    }

    @Test func everyUnreadableRowIsNamed() throws {
        let form = CodedForm(
            form: "A",
            sections: [
                CodedSection(
                    title: "一", floor: .zero,
                    items: ["1", "2"].map { RandomForm.item(ItemID($0), 4, Mark(1), right: 1, wrong: .zero) })
            ])
        let text = "准考证号,1,2\n1,A,B\n2,A\n3,E,A\n4,A,B,C\n5,A,1\n"
        let table = try SheetTable(file("bad.csv", Data(text.utf8)), items: 2)
        let refusal = #expect(throws: Refusal.self) { try table.counted(by: form, judgements: [false, false]) }
        #expect(refusal?.findings.map(\.place.row) == [3, 4, 5, 6])
        #expect(throws: Refusal.self) { try SheetTable(file("wide.csv", Data(text.utf8)), items: 7) }
        #expect(throws: Refusal.self) { try SheetTable(file("none.csv", Data()), items: 2) }
    }
}
