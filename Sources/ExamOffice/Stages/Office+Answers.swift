import AtomicFile
import ExamModel
import Foundation
import Ledger
import Sealing

extension Office {
    /// How many files were given to `answers collect`, and how many of them were new. The document of its `--json`.
    struct Collection: Encodable {
        let given: Int
        let new: Int
    }

    /// The largest answer file that is read: a site of 20,000 candidates stays far below it.
    static let answerFileLimit = 256 << 20

    /// Takes sealed answers in (`answers collect`). They stay sealed; only grading can open them.
    ///
    /// A file that is there already, byte for byte, changes nothing; another one under the same name is kept beside it,
    /// so that nothing handed in is ever lost. One file that cannot be read refuses them all.
    func collect(_ files: [URL]) throws(Refusal) -> Collection {
        let stage = try begin(.answersCollect)
        _ = try sealedPaper()
        for file in files { _ = try AtomicFile.read(file, limit: Self.answerFileLimit) }
        try refuseGone(stage.account, restoredBy: files)
        try folder.makeFolder(folder.answers)
        var collected: [URL] = []
        for (index, file) in files.enumerated() {
            if let target = try collect(file, known: stage.account) { collected.append(target) }
            console.progress(Bilingual("收卷", "collecting"), index + 1, of: files.count)
        }
        let receipts = try receiptBook(stage.account, and: collected)
        if !collected.isEmpty { try stage.record(outputs: collected, note: receipts.notes) }
        console.say(
            "收到答卷文件 \(files.count) 个，新收 \(collected.count) 个；回执 \(receipts.entries.count) 份，根 \(receipts.tree.root)",
            "\(files.count) answer file(s) given, \(collected.count) new; \(receipts.entries.count) receipts, root "
                + receipts.tree.root.description)
        console.report(receipts.findings)
        return Collection(given: files.count, new: collected.count)
    }

    /// Refuses to go on when answers collected earlier are gone, unless they are among those given now.
    private func refuseGone(_ account: Account, restoredBy files: [URL]) throws(Refusal) {
        let given = Set(files.map(\.lastPathComponent))
        let known = account.outputsInOrder(of: .answersCollect).map { folder.url.appending(path: $0) }
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

    private func collect(_ file: URL, known account: Account) throws(Refusal) -> URL? {
        let data = try AtomicFile.read(file, limit: Self.answerFileLimit)
        let name = file.deletingPathExtension().lastPathComponent
        var copy = 1
        while true {
            let target = folder.answers.appending(path: copy == 1 ? "\(name).kca" : "\(name)~\(copy).kca")
            if target.standardizedFileURL == file.standardizedFileURL {
                return account.digest(of: target) == Digest(of: data) ? nil : target
            }
            guard FileManager.default.fileExists(atPath: target.path) else {
                try AtomicFile.write(data, to: target, permissions: 0o600)
                return target
            }
            if try AtomicFile.read(target, limit: Self.answerFileLimit) == data {
                return account.digest(of: target) == Digest(of: data) ? nil : target
            }
            copy += 1
        }
    }
}
