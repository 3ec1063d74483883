import BankFile
import ExamModel
import Foundation
import Testing
import ZipFile

/// Files made to exhaust or deceive: each ends in a clear refusal.
struct HostileFileTests {
    private func codes(_ data: Data, _ name: String) -> [FindingCode] {
        do {
            _ = try bank(data, name: name)
            return []
        } catch {
            return (error as? Refusal)?.findings.map(\.code) ?? []
        }
    }

    @Test(arguments: [("bank.xml", "quiz"), ("item.xml", "assessmentItem")])
    func refusesEntities(name: String, root: String) {
        let laughs = (1...9).map { "<!ENTITY l\($0) \"&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);\">" }.joined()
        let xml = "<?xml version=\"1.0\"?><!DOCTYPE \(root) [<!ENTITY l0 \"ha\">\(laughs)]><\(root)>&l9;</\(root)>"
        // The library's own bound may come first.
        #expect([["XML_ENTITY_REFUSED"], ["MALFORMED_FILE"]].contains(codes(Data(xml.utf8), name)))
        let outside =
            "<?xml version=\"1.0\"?><!DOCTYPE \(root) [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><\(root)>&x;</\(root)>"
        #expect(codes(Data(outside.utf8), name) == ["XML_ENTITY_REFUSED"])
    }

    @Test func refusesEntitiesInDocuments() throws {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let rels =
            "<Relationships><Relationship Id=\"r\" Type=\"\(types)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        let body = "<!DOCTYPE d [<!ENTITY a \"b\">]><document><body><p><r><t>&a;</t></r></p></body></document>"
        let data = try ZipArchive.data(of: [
            (name: "_rels/.rels", data: Data(rels.utf8)), (name: "word/document.xml", data: Data(body.utf8)),
        ])
        #expect(codes(data, "bank.docx") == ["XML_ENTITY_REFUSED"])
    }

    /// The directory says little, the entry unpacks to more than the limit; and an archive cut in half.
    @Test func refusesArchivesThatAreCut() throws {
        let url = Truth.layouts.appendingPathComponent("14_numbered.docx")
        let whole = try Data(contentsOf: url)
        for part in [whole.prefix(whole.count / 2), whole.dropLast(10), whole.prefix(40)] {
            #expect(codes(Data(part), "bank.docx").contains("ARCHIVE_DAMAGED"))
        }
    }

    /// Nesting as deep as memory allows ends at the library's bound, in XML, JSON and HTML alike.
    @Test func refusesEndlessNesting() {
        let depth = 50_000
        let xml = "<quiz>" + String(repeating: "<question>", count: depth)
        #expect(codes(Data(xml.utf8), "bank.xml") == ["MALFORMED_FILE"])
        let json = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(!codes(Data(json.utf8), "bank.json").isEmpty)
        let html = "<html><body>" + String(repeating: "<div><table><tr><td>", count: 2000)
        #expect(!codes(Data(html.utf8), "bank.html").isEmpty)
    }

    @Test func refusesLinesWithoutEnd() {
        let line = Data(repeating: 0x41, count: 4 << 20)
        for name in ["bank.gift", "bank.json", "bank.html", "bank.xml"] {
            #expect(!codes(line, name).isEmpty, "\(name)")
        }
        let open = Data(("::a::b {" + String(repeating: "=a~b ", count: 5000)).utf8)
        #expect((try? bank(open, name: "bank.gift").findings.map(\.code)) == [.tooManyOptions])
    }
}
