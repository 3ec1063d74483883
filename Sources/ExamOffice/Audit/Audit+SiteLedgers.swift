import AtomicFile
import ExamModel
import ExamPackage
import Foundation
import Ledger
import Sealing

extension Audit {
    /// Every site's ledger is the one that was collected, its lines are chained and signed by that site, a later one goes on
    /// where an earlier one ended, and what ended a sheet by hand stands in it.
    func siteLedgers() throws(Refusal) -> Bilingual {
        let names = try office.account().siteLedgers
        guard !names.isEmpty else {
            return Bilingual(
                "没有收到考点账本，监考操作（补时、收卷、作废等）未核验",
                "none was collected: what invigilators did (time given, collected, void, …) is not checked")
        }
        guard !folder.isPublic else {
            return Bilingual(
                "\(names.count) 本，写有监考员对考生的处置和理由，不公开；请监督组在考务组的文件夹中核验",
                "\(names.count), which say what invigilators did about people and are not published: supervision checks them in "
                    + "the office's folder")
        }
        let package = try PaperPackage.open(folder.paper, trusting: trust)
        let books = try collectedBooks(names, of: package)
        let checked = try refuseUnaccounted(books, of: package)
        let lines = books.values.flatMap(\.lines)
        let deeds = DeedNames.counted(lines.compactMap(\.siteAction))
        let missing = package.manifest.siteHolders.filter { books[$0] == nil }.map(\.name)
        return Bilingual(
            "\(books.count) 个考点，\(lines.count) 行，逐行签名有效、首尾相接：\(deeds.chinese)；由监考员收卷、作废的答卷 \(checked) 份都有记录"
                + (missing.isEmpty ? "" : "；没有账本的考点：\(missing.joined(separator: "、"))"),
            "\(books.count) sites, \(lines.count) lines, each signed and chained: \(deeds.english); \(checked) sheets collected or "
                + "void by invigilators are in them"
                + (missing.isEmpty ? "" : "; no ledger of \(missing.joined(separator: ", "))"))
    }

    /// The last one of each site.
    private func collectedBooks(_ names: [String], of package: PaperPackage) throws(Refusal) -> [Holder: SiteBook] {
        var books: [Holder: SiteBook] = [:]
        for name in names {
            let file = folder.url.appending(path: name)
            let bytes = try AtomicFile.read(file, limit: Office.sizeLimit)
            guard try office.account().digest(of: file) == Digest(of: bytes) else {
                throw Self.mismatch(
                    name, "与收卷时记下的不是同一本考点账本", "not the ledger of the site that was collected")
            }
            let book = try SiteBook(bytes, named: name, of: package)
            if let earlier = books[book.site], !book.continues(earlier) {
                throw Self.mismatch(
                    name, "与先前收到的同一考点的账本对不上：有操作被改掉或去掉了，请向考点核实",
                    "does not go on from the ledger collected of this site before: deeds were changed or taken out; ask the site"
                )
            }
            books[book.site] = book
        }
        return books
    }

    /// How many sheets of sites with a ledger ended by hand. Refuses one of which the ledger says nothing.
    private func refuseUnaccounted(_ books: [Holder: SiteBook], of package: PaperPackage) throws(Refusal) -> Int {
        var count = 0
        for sheet in endedByHand {
            guard let site = SiteBook.site(of: sheet.signer.commonName, in: package), let book = books[site] else {
                continue
            }
            let isThere = book.lines.contains { line in
                line.siteAction.map(sheet.deeds.contains) == true && line.reaches(sheet.ticket.text)
            }
            guard isThere else {
                throw Self.mismatch(
                    sheet.source,
                    "准考证号 \(sheet.ticket) 的答卷由监考员收卷或作废，\(site.title.chinese)的账本里却没有这项操作；请补收这个考点最后的账本，或向考点核实",
                    "the sheet of \(sheet.ticket) was collected or declared void, and the ledger of the \(site.title.english) does "
                        + "not say so: collect the last ledger of that site, or ask it")
            }
            count += 1
        }
        return count
    }
}
