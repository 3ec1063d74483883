/// How many sheets with each total gave each answer to each item: `count[total][item][answer]`, filled in one pass.
/// Every statistic of classical test theory is a sum over it.
///
/// A row of the table holds all answers of all items, so that one sheet touches one stretch of memory.
final class CountTable {
    let layout: TableLayout
    private let cells: UnsafeMutablePointer<UInt32>
    private let offsets: UnsafeMutablePointer<Int32>
    private let marks: UnsafeMutablePointer<Int32>
    private let last: UnsafeMutablePointer<UInt8>
    private let found: UnsafeMutablePointer<Int32>

    private static func copy<Element>(_ values: [Element]) -> UnsafeMutablePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(values.count, 1))
        memory.initialize(from: values, count: values.count)
        return memory
    }

    init(_ layout: TableLayout) {
        self.layout = layout
        cells = .allocate(capacity: layout.rows * layout.columns)
        cells.initialize(repeating: 0, count: layout.rows * layout.columns)
        offsets = Self.copy(layout.offsets)
        marks = Self.copy(layout.marks)
        last = Self.copy(layout.last)
        found = .allocate(capacity: max(layout.items, 1))
    }

    deinit {
        for memory in [cells] { memory.deallocate() }
        for memory in [offsets, marks, found] { memory.deallocate() }
        last.deallocate()
    }

    /// The counts of one total, a cell for each column of the layout.
    func row(_ index: Int) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: cells + index * layout.columns, count: layout.columns)
    }

    /// Counts sheets that lie one after the other, an answer's number a byte.
    ///
    /// - Parameters:
    ///   - totals: takes the total of each sheet, as a row of the table.
    /// - Returns: The index of the first sheet with a number that no answer has; nothing of it or after it is counted.
    func count(
        _ sheets: UnsafePointer<UInt8>, _ count: Int, totals: UnsafeMutablePointer<Int32>
    ) -> Int? {
        var sheet = sheets
        for index in 0..<count {
            guard let total = self.count(sheet) else { return index }
            totals[index] = total
            sheet += layout.items
        }
        return nil
    }

    /// Counts one sheet and returns its row; nil, and nothing counted, when a number is out of range.
    ///
    /// Wrapping arithmetic is safe here: columns and units were checked against 32 bits by the layout, and an answer's
    /// number against its item's last before it becomes an index.
    @inline(__always)
    func count(_ sheet: UnsafePointer<UInt8>) -> Int32? {
        let (items, offsets, marks, last, found) = (layout.items, offsets, marks, last, found)
        var strays: UInt8 = 0
        for item in 0..<items { strays |= sheet[item] > last[item] ? 1 : 0 }
        guard strays == 0 else { return nil }
        for item in 0..<items { found[item] = offsets[item] &+ Int32(truncatingIfNeeded: sheet[item]) }
        var total = Int32(truncatingIfNeeded: -layout.lowest)
        layout.sections.withUnsafeBufferPointer { sections in
            for section in sections {
                var sum: Int32 = 0
                for item in section.items { sum &+= marks[Int(found[item])] }
                total &+= max(sum, section.floor)
            }
        }
        let row = cells + Int(total) &* layout.columns
        for item in 0..<items { row[Int(found[item])] &+= 1 }
        return total
    }

    /// Takes another table's counts into this one. Both have the same layout.
    func add(_ other: CountTable) {
        for cell in 0..<layout.rows * layout.columns { cells[cell] &+= other.cells[cell] }
    }
}
