import AnswerKey
import BankFile
import ExamModel
import Foundation
import ItemBank
import Ledger

extension BankDesk {
    /// Reads bank files and puts their items into the bank (`bank import`): a transaction a file. All files are read
    /// before the first is written.
    func importFiles(_ files: [URL], _ choices: ImportChoices) throws(Refusal) -> BankImport {
        let contents = try Self.read(files, choices.headings, console)
        guard !choices.isDryRun else {
            let exists = FileManager.default.fileExists(atPath: url.path)
            return try Self.store(contents, choices, in: exists ? try ItemBank(at: url) : nil, self)
        }
        return try changing(
            .bankImport, inputs: files, makes: true,
            { bank throws(Refusal) in try Self.store(contents, choices, in: bank, self) },
            note: { imported in imported.files > 0 ? ["by": choices.by] : nil })
    }

    /// What an import would find, where there is no bank to compare with.
    static func check(
        _ files: [URL], _ headings: BankHeadings, console: Console
    ) throws(Refusal) -> BankImport {
        var result = BankImport()
        for content in try read(files, headings, console) {
            let found = content.findings + content.similarityFindings()
            say(content, "可导入 \(content.items.count) 题", "\(content.items.count) fit", found, console)
            result.add(BankFileReport(content, findings: found), found, isTaken: false, hasChanged: false)
        }
        return result
    }

    private static func store(
        _ contents: [BankFileContents], _ choices: ImportChoices, in bank: ItemBank?, _ desk: BankDesk
    ) throws(Refusal) -> BankImport {
        var result = BankImport()
        for content in contents {
            guard let bank else {
                let found = content.findings + content.similarityFindings()
                say(
                    content, "将新增 \(content.items.count) 题", "\(content.items.count) would be added", found,
                    desk.console)
                result.add(BankFileReport(content, findings: found), found, isTaken: false, hasChanged: false)
                continue
            }
            try store(content, choices, in: bank, desk, &result)
        }
        return result
    }

    private static func store(
        _ content: BankFileContents, _ choices: ImportChoices, in bank: ItemBank, _ desk: BankDesk,
        _ result: inout BankImport
    ) throws(Refusal) {
        let mayStore = choices.isDryRun || choices.acceptsPartial || !content.hasBlockingFaults
        let isComparable = content.items.count <= Self.similarityLimit
        let order = ImportOrder(
            ChangeNote(by: choices.by, at: desk.clock(), reason: choices.reason), as: choices.state,
            source: choices.source ?? content.file, updates: choices.updates,
            isDryRun: choices.isDryRun || !mayStore, acceptsPartial: choices.acceptsPartial || choices.isDryRun,
            similarity: isComparable ? Self.similarityOfNote : nil)
        let stage = Bilingual("写入题库 \(content.file)", "storing \(content.file)")
        let drafts = content.items.lazy.map { (draft: $0.draft, place: $0.place) }
        let outcome = try bank.store(drafts, order) { done in
            desk.console.progress(stage, done, of: content.items.count)
        }
        let isTaken = mayStore && !outcome.isRefused && !choices.isDryRun
        var found = content.findings + outcome.findings + outcome.similarityFindings(of: content.items)
        if !isComparable { found.append(.tooManyToCompare(content.file)) }
        if !mayStore || outcome.isRefused { found.append(.fileNotImported(content.file)) }
        if !choices.isDryRun, let kept = RefusedItemsFile.write(content, outcome, beside: desk.url) {
            found.append(kept)
        }
        let ids = mayStore && !outcome.isRefused ? outcome.ids : outcome.ids.map { _ in nil }
        let would = choices.isDryRun ? "将" : ""
        let updated = outcome.updated > 0 ? "，更新 \(outcome.updated) 题" : ""
        if mayStore && !outcome.isRefused {
            say(
                content, "\(would)新增 \(outcome.added.count) 题\(updated)，已有 \(outcome.unchanged) 题",
                "\(outcome.added.count) added, \(outcome.updated) updated, \(outcome.unchanged) known", found,
                desk.console)
        } else {
            say(content, "未导入", "not imported", found, desk.console)
        }
        result.add(
            BankFileReport(content, ids: ids, findings: found), found, isTaken: isTaken,
            hasChanged: isTaken && (!outcome.added.isEmpty || outcome.updated > 0))
    }

    private static func read(
        _ files: [URL], _ headings: BankHeadings, _ console: Console
    ) throws(Refusal) -> [BankFileContents] {
        var contents: [BankFileContents] = []
        for (index, file) in files.enumerated() {
            contents.append(try BankFile.read(file, headings: headings))
            console.progress(Bilingual("读取题库", "reading"), index + 1, of: files.count)
        }
        return contents
    }

    private static func say(
        _ content: BankFileContents, _ chinese: String, _ english: String, _ findings: [Finding], _ console: Console
    ) {
        let refused = findings.count { $0.severity == .error && $0.code != .fileNotImported }
        console.say(
            "\(content.file)：\(chinese)，退回 \(refused) 处", "\(content.file): \(english), \(refused) refused")
        console.report(findings)
    }
}

extension BankFileContents {
    /// Whether something in the file would be lost by importing the rest. An item that stands there twice would not.
    fileprivate var hasBlockingFaults: Bool {
        findings.contains { $0.severity == .error && $0.code != .duplicateQuestion }
    }
}

extension Finding {
    fileprivate static func fileNotImported(_ file: String) -> Finding {
        Finding(
            .error, .fileNotImported, at: Place(file: file),
            Bilingual(
                "这个文件有退回的试题，整个文件都没有导入；请改好再导入，或加 --accept-partial 只导入合格的试题",
                "some items of this file were refused, so none was imported; mend them, or take the sound ones with "
                    + "--accept-partial"))
    }
}

extension FindingCode {
    static let fileNotImported: FindingCode = "FILE_NOT_IMPORTED"
}
