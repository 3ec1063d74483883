/// A row of numbers of fixed length that is shared, not copied, and read and written without a check for other owners:
/// the search spends its time here. Bounds are checked in debug builds.
final class Column<Element: BitwiseCopyable> {
    private let storage: UnsafeMutableBufferPointer<Element>

    init(_ elements: some Collection<Element>) {
        storage = .allocate(capacity: elements.count)
        _ = storage.initialize(from: elements)
    }

    convenience init(repeating element: Element, count: Int) {
        self.init(repeatElement(element, count: count))
    }

    deinit { storage.deallocate() }

    @inline(__always)
    var count: Int { storage.count }

    @inline(__always)
    var indices: Range<Int> { storage.indices }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { storage[index] }
        set { storage[index] = newValue }
    }

    var elements: UnsafeMutableBufferPointer<Element> { storage }
}
