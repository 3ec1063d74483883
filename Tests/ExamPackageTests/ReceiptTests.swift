import ExamModel
import ExamPackage
import Testing

struct ReceiptTests {
    private func sheet(_ seconds: Int) -> AnswerSheet {
        AnswerSheet(
            exam: "demo-2020", form: "A", ticket: "5101200001", responses: [Response(item: "i1", options: ["2"])],
            ending: .handedIn, seconds: seconds, journalHead: String(repeating: "0", count: 64))
    }

    /// Computed without this code, from SHA-256 of the sheet's canonical JSON.
    @Test func isAsPinned() throws {
        #expect(try Receipt(sheet(1900)).description == "1HGH-JGM8-80CW")
    }

    @Test func isTypeableAndDiffers() throws {
        let receipts = try (0..<200).map { try Receipt(sheet($0)).description }
        #expect(Set(receipts).count == 200)
        for receipt in receipts {
            #expect(receipt.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}/) != nil)
        }
    }
}
