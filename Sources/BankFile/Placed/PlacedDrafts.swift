import AnswerKey
import AtomicFile
import ExamModel

/// The drafts of a file in their order, each written down in a few bytes and made anew when it is asked for: a hundred
/// thousand of them are not held as values.
package struct PlacedDrafts: RandomAccessCollection, Sendable {
    private let bytes = ScratchBytes()
    private var starts: [Int] = []
    private var ends: [Int] = []
    /// Files and sheets that places name.
    private var titles: [DraftBytes.Title] = []

    package init() {}

    package init(_ drafts: some Sequence<PlacedDraft>) {
        for draft in drafts { append(draft) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { starts.count }

    package subscript(position: Int) -> PlacedDraft {
        bytes.read(starts[position]..<ends[position]) { bytes in
            var reader = DraftBytes.Reader(bytes)
            return reader.placed(titles)
        }
    }

    /// Copies share the bytes; what one of them appends is not seen by the others.
    package mutating func append(_ placed: PlacedDraft) {
        let title = DraftBytes.Title(file: placed.place.file, sheet: placed.place.sheet)
        // Places follow one another: the title is nearly always the last.
        let index = titles.lastIndex(of: title) ?? titles.count
        if index == titles.count { titles.append(title) }
        var writer = DraftBytes.Writer()
        writer.append(placed, title: index)
        let start = writer.bytes.withUnsafeBufferPointer { bytes.append($0) }
        starts.append(start)
        ends.append(start + writer.bytes.count)
    }
}

extension PlacedDrafts: Hashable {
    package static func == (left: PlacedDrafts, right: PlacedDrafts) -> Bool {
        left.count == right.count && left.elementsEqual(right)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(count)
    }
}
