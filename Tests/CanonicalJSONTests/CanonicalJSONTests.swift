import CanonicalJSON
import ExamModel
import Foundation
import Testing

struct CanonicalJSONTests {
    private struct Sample: Codable, Equatable {
        var zebra = "a/b “中文” \u{1F600}\n"
        var apple: [String: Int] = ["b": 2, "a": 1, "甲": 3, "Z": 0]
        var time = Date(timeIntervalSince1970: 1_792_890_000)
        var none: String?
    }

    @Test func isSpelledInOneWay() throws {
        let data = try CanonicalJSON.encode(Sample())
        #expect(
            String(decoding: data, as: UTF8.self) == #"""
                {"apple":{"Z":0,"a":1,"b":2,"甲":3},"time":"2026-10-25T01:00:00Z","zebra":"a/b “中文” 😀\n"}
                """#)
        #expect(try CanonicalJSON.decode(Sample.self, from: data) == Sample())
    }

    @Test(arguments: [
        #"{"b":1,"a":1}"#, #"{"a":1,"b": 1}"#, #"{"a":1,"b":1,"c":1}"#, #"{"a":1,"a":1,"b":1}"#, "{\"a\":1,\"b\":1}\n",
        #"{"a":1.0,"b":1}"#, #"{"\u0061":1,"b":1}"#, #"{"a":1,"b":1}{}"#,
    ])
    func refusesEveryOtherSpelling(text: String) {
        struct Pair: Codable { let a: Int, b: Int }
        #expect(throws: Refusal.self) { try CanonicalJSON.decode(Pair.self, from: Data(text.utf8)) }
    }

    @Test func refusesADeepNestWithoutFalling() {
        let nest = Data(String(repeating: "[", count: 1_000_000).utf8)
        let refusal = #expect(throws: Refusal.self) {
            try CanonicalJSON.decode([String].self, from: nest, at: Place(file: "nest.json"))
        }
        #expect(refusal?.has(.notReadable) == true)
        #expect(refusal?.findings.first?.place.file == "nest.json")
    }
}
