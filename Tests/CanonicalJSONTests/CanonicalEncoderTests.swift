import CanonicalJSON
import ExamModel
import Foundation
import Testing

/// Foundation's encoder, told to sort keys and to leave slashes alone, spells the same.
struct CanonicalEncoderTests {
    private static func foundation(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(value)
    }

    private enum Choice: Encodable {
        case none, pair(second: Int, first: String), number(Double)
    }

    private struct Everything: Encodable {
        let zero = 0
        let choices: [Choice] = [.pair(second: -1, first: "/"), .none, .number(0.1)]
        let byNumber: [Int: [String]] = [10: ["a"], 9: [], -1: ["", "b"]]
        let small: (Int8, UInt64) = (.min, .max)
        let float: Float = 2.5
        let missing: Int? = nil
        let nothing: [Int?] = [nil, 1]
        let url = URL(filePath: "/a b")
        let data = Data([0, 255])
        let decimal = Decimal(string: "12.050")
        let date = Date(timeIntervalSince1970: 1.9)
        let empty: [String: Bool] = [:]

        private enum CodingKeys: String, CodingKey {
            case zero, choices, byNumber, one, other, float, missing, nothing, url, data, decimal, date, empty, twice
        }

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(zero, forKey: .zero)
            try members.encode(choices, forKey: .choices)
            try members.encode(byNumber, forKey: .byNumber)
            try members.encode(small.0, forKey: .one)
            try members.encode(small.1, forKey: .other)
            try members.encode(float, forKey: .float)
            try members.encodeIfPresent(missing, forKey: .missing)
            try members.encode(nothing, forKey: .nothing)
            try members.encode(url, forKey: .url)
            try members.encode(data, forKey: .data)
            try members.encode(decimal, forKey: .decimal)
            try members.encode(date, forKey: .date)
            try members.encode(empty, forKey: .empty)
            try members.encode(1, forKey: .twice)
            try members.encode("the last one counts", forKey: .twice)
        }
    }

    @Test func spellsEveryKindOfValue() throws {
        #expect(try CanonicalJSON.encode(Everything()) == Self.foundation(Everything()))
    }

    @Test(arguments: [0.1, -0.0, 1e-300, 1e15, 1e16, 1e22, 1.5e300, 123_456.789, 2.0])
    func spellsNumbers(number: Double) throws {
        #expect(try CanonicalJSON.encode([number]) == Self.foundation([number]))
    }

    @Test(arguments: [Double.infinity, .nan])
    func refusesWhatIsNoNumber(number: Double) {
        #expect(throws: Refusal.self) { try CanonicalJSON.encode(number) }
    }

    @Test func spellsMarksAsTheirShortestDecimal() throws {
        for thousandths in [1, -1, 500, -250, 87_500, 999_999_999_999_999, -123_456_789_012_345] {
            let mark = Mark(thousandths: thousandths)
            #expect(try CanonicalJSON.encode(mark) == Data(mark.description.utf8))
        }
    }

    /// Objects, arrays and texts within each other, by seeds, written in three ways: at once, into nested containers,
    /// and by encoders handed on.
    @Test(arguments: 1...200)
    func spellsAnyTree(number: Int) throws {
        var generator = SeededGenerator(try #require(Seed(text: "\(number)")), stream: "trees")
        let tree = Tree.random(depth: 0, using: &generator)
        #expect(try CanonicalJSON.encode(tree) == Self.foundation(tree))
    }

    private indirect enum Tree: Encodable {
        case text(String), number(Int), null, flag(Bool)
        case list([Tree], isNested: Bool)
        case object([String: Tree], isNested: Bool)

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }

            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        static func random(depth: Int, using generator: inout SeededGenerator) -> Tree {
            switch Int.random(in: 0...(depth > 4 ? 3 : 9), using: &generator) {
            case 0: .text(text(using: &generator))
            case 1: .number([0, -1, .max, .min].randomElement(using: &generator) ?? 0)
            case 2: .null
            case 3: .flag(Bool.random(using: &generator))
            case 4, 5:
                .list(
                    (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                        random(depth: depth + 1, using: &generator)
                    }, isNested: Bool.random(using: &generator))
            default:
                .object(
                    Dictionary(
                        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                            (text(using: &generator), random(depth: depth + 1, using: &generator))
                        }
                    ) { first, _ in first }, isNested: Bool.random(using: &generator))
            }
        }

        private static func text(using generator: inout SeededGenerator) -> String {
            let characters = "ab!\"\\/A 甲é😀\u{0}\u{8}\u{c}\u{1f}\u{7f}\u{2028}\t\r\n"
            return String(
                (0..<Int.random(in: 0...4, using: &generator)).compactMap { _ in
                    characters.randomElement(using: &generator)
                })
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let text): try text.encode(to: encoder)
            case .number(let number): try number.encode(to: encoder)
            case .flag(let flag): try flag.encode(to: encoder)
            case .null:
                var single = encoder.singleValueContainer()
                try single.encodeNil()
            case .list(let elements, let isNested):
                var list = encoder.unkeyedContainer()
                for element in elements {
                    if isNested { try element.encode(into: &list) } else { try list.encode(element) }
                }
            case .object(let members, let isNested):
                var object = encoder.container(keyedBy: Key.self)
                for (key, member) in members {
                    let key = Key(stringValue: key)
                    if isNested {
                        try member.encode(into: &object, as: key)
                    } else {
                        try object.encode(member, forKey: key)
                    }
                }
            }
        }

        private func encode(into list: inout any UnkeyedEncodingContainer) throws {
            switch self {
            case .list(let elements, _):
                var nested = list.nestedUnkeyedContainer()
                for element in elements { try nested.encode(element) }
            case .object(let members, _):
                var nested = list.nestedContainer(keyedBy: Key.self)
                for (key, member) in members { try nested.encode(member, forKey: Key(stringValue: key)) }
            default: try encode(to: list.superEncoder())
            }
        }

        private func encode(into object: inout KeyedEncodingContainer<Key>, as key: Key) throws {
            switch self {
            case .list(let elements, _):
                var nested = object.nestedUnkeyedContainer(forKey: key)
                for element in elements { try nested.encode(element) }
            case .object(let members, _):
                var nested = object.nestedContainer(keyedBy: Key.self, forKey: key)
                for (key, member) in members { try nested.encode(member, forKey: Key(stringValue: key)) }
            default: try encode(to: object.superEncoder(forKey: key))
            }
        }
    }
}
