import ExamModel
import Testing

struct IdentityNumberTests {
    /// The example of GB 11643-1999, and one that ends in X.
    @Test(arguments: ["440524188001010014", "11010519491231002X", "11010519491231002x"])
    func acceptsTheStandardsExamples(text: String) {
        #expect(IdentityNumber(text: text)?.text == text.uppercased())
    }

    @Test(arguments: [
        ("5.10199E+17", IdentityNumberFault.spreadsheetNumber), ("11010519491231002", .length(17)),
        ("110105194912310021", .checkCharacter), ("110105194902310024", .birthDate),
        ("1101051949123100AX", .characters),
        ("１1010519491231002X", .characters),
    ])
    func saysWhatIsWrong(text: String, fault: IdentityNumberFault) {
        #expect(IdentityNumber.read(text) == .failure(fault))
    }

    @Test func everySingleDigitMisprintIsFound() throws {
        let number = Array("440524188001010014".utf8)
        for position in 0..<17 {
            for digit in UInt8(48)...57 where digit != number[position] {
                var misprint = number
                misprint[position] = digit
                #expect(IdentityNumber(text: String(decoding: misprint, as: UTF8.self)) == nil)
            }
        }
    }

    @Test func masksAllButEnds() {
        #expect(IdentityNumber(text: "440524188001010014")?.masked == "440524********0014")
    }
}
