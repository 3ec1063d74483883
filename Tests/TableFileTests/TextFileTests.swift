import ExamModel
import Foundation
import TableFile
import Testing

struct TextFileTests {
    private func decode(_ bytes: [UInt8]) throws -> TextFile {
        try TextFile(name: "t.txt", data: Data(bytes))
    }

    @Test func knowsEveryEncoding() throws {
        let text = "题干,答案\r\n甲😀,A"
        let utf8 = Array(text.utf8)
        let units = Array(text.utf16)
        let gb18030: [UInt8] = [
            0xCC, 0xE2, 0xB8, 0xC9, 0x2C, 0xB4, 0xF0, 0xB0, 0xB8, 0x0D, 0x0A, 0xBC, 0xD7, 0x94, 0x39, 0xFC, 0x36, 0x2C,
            0x41,
        ]
        let files: [(String, [UInt8])] = [
            ("utf-8", utf8), ("utf-8", [0xEF, 0xBB, 0xBF] + utf8),
            ("utf-16le", [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("utf-16be", [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }), ("gb18030", gb18030),
            ("utf-16le", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("utf-16be", units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
        ]
        for (encoding, bytes) in files {
            let file = try decode(bytes)
            #expect(file.encoding == encoding)
            #expect(file.bytes == utf8)
        }
    }

    @Test(arguments: [
        // One byte of UTF-8 damaged, the last character cut off, GB18030 with a byte that is never used.
        (Array("第一行题干\n第二行".utf8) + [0xE9, 0xA2] + Array("好\n第三行".utf8), 2),
        (Array("第一行\n第二行题干".utf8.dropLast()), 2),
        ([0xCC, 0xE2, 0x0A, 0xCC, 0xE2, 0x0A, 0xCC, 0xFF, 0xFF, 0x0A], 3),
        // UTF-16 with half a pair, and with an odd length; zero bytes that are no UTF-16.
        ([0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x41, 0x00], 2),
        ([0xFF, 0xFE, 0x41, 0x00, 0x0A], 1),
        ([0x41, 0x00, 0x0A, 0x00, 0x00, 0x0A], 1),
    ])
    func pointsToTheLineItCannotRead(bytes: [UInt8], line: Int) {
        #expect { try decode(bytes) } throws: {
            ($0 as? Refusal)?.findings.first?.code == .badEncoding
                && ($0 as? Refusal)?.findings.first?.place.line == line
        }
    }

    @Test func recognisesOtherFilesInDisguise() {
        for bytes in [
            [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Array("%PDF-1.7".utf8),
        ] {
            #expect { try decode(bytes + [0, 1]) } throws: { ($0 as? Refusal)?.has(.contentMismatch) == true }
        }
    }
}
