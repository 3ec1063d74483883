import AtomicFile
import ExamModel
import Foundation
import ItemAnalysis
import Sitting

/// The time spent on each item, from the answer journals of a site (`item-times`). Journals stay on the machines where
/// they were written, so these figures stand beside the reports and not in them.
enum ItemTimes {
    /// A sitting's journal stays far below this.
    private static let journalLimit = 64 << 20

    /// - Parameter files: Journals, or folders that hold some.
    /// - Throws: What reading a journal throws; `NO_JOURNALS` when there is none.
    static func read(_ files: [URL]) throws(Refusal) -> [ItemTime] {
        let journals = files.flatMap(journals).sorted { $0.path < $1.path }
        guard !journals.isEmpty else {
            throw Refusal(
                .noJournals, at: Place(file: files.first?.path), "没有找到作答记录（.kcj），请核对文件夹",
                "there are no journals (.kcj) here")
        }
        var sittings: [[ItemTime.Moment]] = []
        for journal in journals {
            let text = try JournalText(
                try AtomicFile.read(journal, limit: journalLimit), file: journal.lastPathComponent)
            sittings.append(text.entries.compactMap(\.moment))
        }
        return ItemTime.all(sittings)
    }

    private static func journals(in file: URL) -> [URL] {
        let inside = try? FileManager.default.contentsOfDirectory(at: file, includingPropertiesForKeys: nil)
        return inside?.filter { $0.pathExtension == "kcj" } ?? [file]
    }
}

extension JournalEntry {
    /// A start or an answer; nil for what takes nobody's time, such as a heartbeat.
    fileprivate var moment: ItemTime.Moment? {
        switch event {
        case .started: ItemTime.Moment(milliseconds: time.milliseconds, item: nil)
        case .answered(let item, _), .written(let item, _):
            ItemTime.Moment(milliseconds: time.milliseconds, item: item)
        case .flagged, .unflagged, .heartbeat, .handedIn, .timeUp, .ordered: nil
        }
    }
}

extension FindingCode {
    static let noJournals: FindingCode = "NO_JOURNALS"
}
