import Foundation

/// What a reader must find in a sample, as the file beside it states.
struct Truth: Decodable {
    struct Question: Decodable {
        let type: String
        let stem: String
        let options: [String]
        let answer: Answer
        let explanation: String?
        let parts: [Question]?
    }

    enum Answer: Decodable {
        case text(String)
        case judgement(Bool)
        case blanks([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(Bool.self) {
                self = .judgement(value)
            } else if let texts = try? container.decode([String].self) {
                self = .blanks(texts)
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
        let sheet: String?
    }

    struct Warning: Decodable {
        let code: String?
    }

    let questions: [Question]
    let optional: [Question]?
    let rejections: [Rejection]
    let warnings: [Warning]?

    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appendingPathComponent("Fixtures")
    static let folder = fixtures.appendingPathComponent("bank-samples")
    /// Layouts of our own, made by `make.py`.
    static let layouts = fixtures.appendingPathComponent("bank-layouts")

    static func read(_ sample: String, in folder: URL = folder) throws -> Truth {
        let data = try Data(contentsOf: folder.appendingPathComponent(sample + ".truth.json"))
        return try JSONDecoder().decode(Truth.self, from: data)
    }
}
