import Foundation

/// Writes a value as canonical JSON straight into bytes: no tree of the whole document stands in memory beside them.
///
/// The members of an object are written one behind the other as the value names them, and put in order when it has
/// named them all.
final class CanonicalEncoder: Encoder {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    /// Behind a pointer, where there are no checks for overlapping access: they would take a fifth of the time.
    private let state: UnsafeMutablePointer<State>

    enum Shape {
        case object, array, single
    }

    private struct State: ~Copyable {
        var bytes = SpelledBytes()
        /// What is written again in order.
        var disordered = SpelledBytes()
        /// Those of all objects that are open, the innermost last.
        var members: [Member] = []
        /// Values of members and elements that are written by encoders of their own, with the place of each.
        var nested: [(position: Int, encoder: CanonicalEncoder)] = []
        var frame = Frame(start: 0, firstMember: 0, firstNested: 0)
    }

    /// The value that is being written.
    private struct Frame {
        let start: Int
        let firstMember: Int
        let firstNested: Int
        var shape: Shape?
        var count = 0
    }

    /// Where a member's key stands, as it is, and its value behind it.
    private struct Member {
        let key: Int
        let value: Int
        var end = 0
        /// The number of the encoder that wrote the value.
        var nested: Int?
    }

    static func data(of value: some Encodable) throws -> Data {
        let encoder = CanonicalEncoder()
        try encoder.write(value)
        return encoder.state.pointee.bytes.takeData()
    }

    private init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        open(.object)
        return KeyedEncodingContainer(CanonicalMembers(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        open(.array)
        return CanonicalElements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        CanonicalSingle(encoder: self)
    }

    /// What of a value has no members and no elements.
    func append(_ spell: (inout SpelledBytes) -> Void) {
        spell(&state.pointee.bytes)
    }

    /// Begins what the value says it is.
    func open(_ shape: Shape) {
        guard state.pointee.frame.shape != shape || shape == .single else { return }
        precondition(state.pointee.frame.shape == nil, "a value is an object, an array or a single value")
        state.pointee.frame.shape = shape
    }

    /// Begins a member of the object at hand.
    func openMember(_ key: String) {
        let start = state.pointee.bytes.count
        state.pointee.bytes.append(unquoted: key)
        state.pointee.members.append(Member(key: start, value: state.pointee.bytes.count))
    }

    /// Begins an element of the array at hand.
    func openElement() {
        state.pointee.bytes.append(UInt8(ascii: state.pointee.frame.count > 0 ? "," : "["))
        state.pointee.frame.count += 1
    }

    var count: Int { state.pointee.frame.count }

    /// An encoder for the value of the member or element that was just begun, which may be written to until the object
    /// or array is finished.
    func nested() -> CanonicalEncoder {
        let nested = CanonicalEncoder()
        if state.pointee.frame.shape == .object {
            state.pointee.members[state.pointee.members.count - 1].nested = state.pointee.nested.count
        }
        state.pointee.nested.append((state.pointee.bytes.count, nested))
        return nested
    }

    func write(_ value: some Encodable) throws {
        if try writeSimple(value) { return }
        let outer = state.pointee.frame
        state.pointee.frame = Frame(
            start: state.pointee.bytes.count, firstMember: state.pointee.members.count,
            firstNested: state.pointee.nested.count)
        try value.encode(to: self)
        finish()
        state.pointee.frame = outer
    }

    /// Ends the value at hand.
    private func finish() {
        switch state.pointee.frame.shape {
        case .object, nil: finishObject()
        case .array: finishArray()
        case .single: break
        }
        state.pointee.members.removeLast(state.pointee.members.count - state.pointee.frame.firstMember)
        state.pointee.nested.removeLast(state.pointee.nested.count - state.pointee.frame.firstNested)
    }

    private func finishObject() {
        let (start, first) = (state.pointee.frame.start, state.pointee.frame.firstMember)
        let own = first..<state.pointee.members.count
        var end = state.pointee.bytes.count
        for index in own.reversed() {
            state.pointee.members[index].end = end
            end = state.pointee.members[index].key
        }
        takeOut()
        state.pointee.members[own].sort { precedes($0, $1) || !precedes($1, $0) && $0.key < $1.key }
        state.pointee.bytes.append(UInt8(ascii: "{"))
        for index in own {
            let member = state.pointee.members[index]
            // Of two members with one key the last one counts.
            if index + 1 < own.upperBound, !precedes(member, state.pointee.members[index + 1]) { continue }
            if state.pointee.bytes.count > start + 1 { state.pointee.bytes.append(UInt8(ascii: ",")) }
            state.pointee.bytes.append(quoted: state.pointee.disordered[member.key - start..<member.value - start])
            state.pointee.bytes.append(UInt8(ascii: ":"))
            state.pointee.bytes.append(state.pointee.disordered[member.value - start..<member.end - start])
            if let nested = member.nested { append(state.pointee.nested[nested].encoder) }
        }
        state.pointee.bytes.append(UInt8(ascii: "}"))
    }

    private func finishArray() {
        if state.pointee.frame.count == 0 { state.pointee.bytes.append(UInt8(ascii: "[")) }
        let own = state.pointee.frame.firstNested..<state.pointee.nested.count
        if !own.isEmpty {
            let start = state.pointee.frame.start
            let length = state.pointee.bytes.count - start
            takeOut()
            var written = 0
            for index in own {
                let (position, encoder) = state.pointee.nested[index]
                state.pointee.bytes.append(state.pointee.disordered[written..<position - start])
                append(encoder)
                written = position - start
            }
            state.pointee.bytes.append(state.pointee.disordered[written..<length])
        }
        state.pointee.bytes.append(UInt8(ascii: "]"))
    }

    /// Puts what was written of the value at hand aside.
    private func takeOut() {
        let start = state.pointee.frame.start
        state.pointee.disordered.remove(from: 0)
        state.pointee.disordered.append(state.pointee.bytes[start..<state.pointee.bytes.count])
        state.pointee.bytes.remove(from: start)
    }

    private func append(_ nested: CanonicalEncoder) {
        nested.finish()
        state.pointee.bytes.append(nested.state.pointee.bytes[0..<nested.state.pointee.bytes.count])
    }

    /// By the bytes of UTF-8, among members that were put aside.
    private func precedes(_ one: Member, _ other: Member) -> Bool {
        let start = state.pointee.frame.start
        return state.pointee.disordered[one.key - start..<one.value - start].lexicographicallyPrecedes(
            state.pointee.disordered[other.key - start..<other.value - start])
    }
}
