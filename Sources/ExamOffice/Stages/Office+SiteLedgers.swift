import AtomicFile
import ExamModel
import ExamPackage
import Foundation
import Ledger
import Sealing

extension Office {
    /// The sites' ledgers that come with answer files: those named, and `site-ledger.jsonl` beside each file. Each has to be
    /// of a site that signed one of the files that it came with.
    ///
    /// Refuses what ``SiteBook`` refuses, and SITE_LEDGER_FOREIGN.
    func siteBooks(
        named: [URL], beside files: [URL], of package: PaperPackage
    ) throws(Refusal) -> [(file: URL, book: SiteBook)] {
        var books: [(file: URL, book: SiteBook)] = []
        for file in named { books.append((file, try siteBook(file, with: files, of: package))) }
        let folders = Dictionary(grouping: files) { $0.standardizedFileURL.deletingLastPathComponent().path }
        let taken = Set(named.map(\.standardizedFileURL.path))
        for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
            let file = URL(filePath: folder).appending(path: SiteNote.fileName)
            guard FileManager.default.fileExists(atPath: file.path), !taken.contains(file.path) else { continue }
            books.append((file, try siteBook(file, with: files, of: package)))
        }
        return books
    }

    /// Without files it may be any site's: the answers came earlier.
    private func siteBook(
        _ file: URL, with files: [URL], of package: PaperPackage
    ) throws(Refusal) -> SiteBook {
        let book = try SiteBook(AtomicFile.read(file, limit: Self.sizeLimit), named: file.path, of: package)
        let signers = files.concurrentMap { try? answers(in: $0, of: package).signer?.commonName }
        let sites = Set(signers.compactMap { SiteBook.site(of: $0, in: package) })
        guard sites.isEmpty || sites.contains(book.site) else {
            throw SiteBook.foreign(
                file.path, "这是\(book.site.title.chinese)的账本，一起交来的答卷是别的考点的",
                "this is the ledger of the \(book.site.title.english), and the answers with it are another site's")
        }
        return book
    }

    func say(_ books: [SiteBook], with files: [URL]) {
        for book in books {
            console.say(
                "\(book.site.title.chinese)的账本 \(book.lines.count) 行，签名有效",
                "ledger of the \(book.site.title.english): \(book.lines.count) lines, signatures hold")
        }
        guard books.isEmpty, !files.isEmpty else { return }
        console.say(
            "没有随答卷收到考点账本（\(SiteNote.fileName)）：监考操作回家后无从核验；考点有的，随时可以补收",
            "no site's ledger (\(SiteNote.fileName)) came with the answers: what invigilators did cannot be verified here; one "
                + "can be collected any time")
    }
}
