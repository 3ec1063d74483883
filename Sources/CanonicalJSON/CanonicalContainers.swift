/// The members of an object that is being written.
struct CanonicalMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: CanonicalEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) {
        encoder.openMember(key.stringValue)
        encoder.writeNull()
    }

    func encode(_ value: Bool, forKey key: Key) {
        encoder.openMember(key.stringValue)
        encoder.write(value)
    }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        encoder.openMember(key.stringValue)
        try encoder.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        superEncoder(forKey: key).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        encoder.openMember("super")
        return encoder.nested()
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        encoder.openMember(key.stringValue)
        return encoder.nested()
    }
}

/// The elements of an array that is being written.
struct CanonicalElements: UnkeyedEncodingContainer {
    let encoder: CanonicalEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.count }

    func encodeNil() {
        encoder.openElement()
        encoder.writeNull()
    }

    func encode(_ value: Bool) {
        encoder.openElement()
        encoder.write(value)
    }

    func encode(_ value: some Encodable) throws {
        encoder.openElement()
        try encoder.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy keyType: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        superEncoder().container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        superEncoder().unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        encoder.openElement()
        return encoder.nested()
    }
}

/// A value that is neither object nor array. Every number is written here.
struct CanonicalSingle: SingleValueEncodingContainer {
    let encoder: CanonicalEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() {
        encoder.open(.single)
        encoder.writeNull()
    }

    func encode(_ value: Bool) {
        encoder.open(.single)
        encoder.write(value)
    }

    func encode(_ value: Float) throws {
        encoder.open(.single)
        try encoder.write(value)
    }

    func encode<Value: BinaryInteger & Encodable>(_ value: Value) {
        encoder.open(.single)
        encoder.append { $0.append(number: value) }
    }

    func encode(_ value: some Encodable) throws {
        encoder.open(.single)
        try encoder.write(value)
    }
}
