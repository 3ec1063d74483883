import AtomicFile
import ExamModel
import Foundation
import Ledger
import Sealing

extension Office {
    /// How many answer files were given to `answers collect`, and how many of them were new; how many ledgers of sites came
    /// with them. The document of its `--json`.
    struct Collection: Encodable {
        let given: Int
        let new: Int
        let siteLedgers: Int
    }

    /// The largest answer file that is read: a site of 20,000 candidates stays far below it.
    static let answerFileLimit = 256 << 20

    /// Takes sealed answers in (`answers collect`). They stay sealed; only grading can open them.
    ///
    /// A file that is there already, byte for byte, changes nothing; another one under the same name is kept beside it,
    /// so that nothing handed in is ever lost. One file that cannot be read refuses them all, and so does a site's ledger
    /// (`.jsonl`, given or lying beside) that does not hold.
    func collect(_ given: [URL]) throws(Refusal) -> Collection {
        let stage = try begin(.answersCollect)
        let package = try sealedPaper()
        let named = given.filter { $0.pathExtension == "jsonl" }
        let files = given.filter { $0.pathExtension != "jsonl" }
        for file in files { _ = try AtomicFile.read(file, limit: Self.answerFileLimit) }
        try refuseGone(stage.account, restoredBy: files)
        let books = try siteBooks(named: named, beside: files, of: package)
        try folder.makeFolder(folder.answers)
        var collected: [URL] = []
        for (index, file) in files.enumerated() {
            let name = file.deletingPathExtension().lastPathComponent
            let data = try AtomicFile.read(file, limit: Self.answerFileLimit)
            if let target = try keep(data, of: file, in: folder.answers, as: name, "kca", known: stage.account) {
                collected.append(target)
            }
            console.progress(Bilingual("收卷", "collecting"), index + 1, of: files.count)
        }
        let receipts = try receiptBook(stage.account, and: collected)
        let kept = try keep(books, known: stage.account)
        if !(collected + kept).isEmpty { try stage.record(outputs: collected + kept, note: receipts.notes) }
        console.say(
            "收到答卷文件 \(files.count) 个，新收 \(collected.count) 个；回执 \(receipts.entries.count) 份，根 \(receipts.tree.root)",
            "\(files.count) answer file(s) given, \(collected.count) new; \(receipts.entries.count) receipts, root "
                + receipts.tree.root.description)
        say(books.map(\.book), with: files)
        console.report(receipts.findings)
        return Collection(given: files.count, new: collected.count, siteLedgers: books.count)
    }

    /// Refuses to go on when answers collected earlier are gone, unless they are among those given now.
    private func refuseGone(_ account: Account, restoredBy files: [URL]) throws(Refusal) {
        let given = Set(files.map(\.lastPathComponent))
        let known = account.answers.map { folder.url.appending(path: $0) }
        let gone = known.filter { file in
            !FileManager.default.fileExists(atPath: file.path) && !given.contains(file.lastPathComponent)
        }
        guard gone.isEmpty else {
            throw Refusal(
                gone.map { file in
                    Finding(
                        .error, .answersChanged, at: Place(file: folder.name(of: file)),
                        Bilingual(
                            "收过的答卷不见了，请从备份恢复，或一并再收", "collected answers are gone; restore them or give them again"))
                })
        }
    }

    /// Keeps each site's ledger under the site's name. Returns those that are new.
    private func keep(
        _ books: [(file: URL, book: SiteBook)], known account: Account
    ) throws(Refusal) -> [URL] {
        guard !books.isEmpty else { return [] }
        try folder.makeFolder(folder.sites)
        var kept: [URL] = []
        for (file, book) in books {
            let target = try keep(book.bytes, of: file, in: folder.sites, as: book.site.name, "jsonl", known: account)
            if let target, !kept.contains(target) { kept.append(target) }
        }
        return kept
    }

    /// Keeps what was read from `file` as `name.type`, or beside other files of that name. Nil when it is there and in the
    /// exam's ledger already.
    private func keep(
        _ data: Data, of file: URL, in place: URL, as name: String, _ type: String, known account: Account
    ) throws(Refusal) -> URL? {
        var copy = 1
        while true {
            let target = place.appending(path: copy == 1 ? "\(name).\(type)" : "\(name)~\(copy).\(type)")
            if target.standardizedFileURL == file.standardizedFileURL {
                return account.digest(of: target) == Digest(of: data) ? nil : target
            }
            guard FileManager.default.fileExists(atPath: target.path) else {
                try AtomicFile.write(data, to: target, permissions: 0o600)
                return target
            }
            if try AtomicFile.read(target, limit: Self.sizeLimit) == data {
                return account.digest(of: target) == Digest(of: data) ? nil : target
            }
            copy += 1
        }
    }
}
