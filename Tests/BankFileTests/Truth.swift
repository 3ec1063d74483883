import Foundation

/// What a reader must find in a sample, as the file beside it states.
struct Truth: Decodable {
    struct Question: Decodable {
        let type: String
        let stem: String
        let options: [String]
        let answer: Answer
        let explanation: String?
    }

    enum Answer: Decodable {
        case text(String)
        case judgement(Bool)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(Bool.self) {
                self = .judgement(value)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    struct Rejection: Decodable {
        let row: Int?
        let line: Int?
        let endLine: Int?
        let code: String
        let alsoAccept: [String]?
    }

    let questions: [Question]
    let optional: [Question]?
    let rejections: [Rejection]

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/bank-samples")

    static func read(_ sample: String) throws -> Truth {
        let data = try Data(contentsOf: folder.appendingPathComponent(sample + ".truth.json"))
        return try JSONDecoder().decode(Truth.self, from: data)
    }
}
