import ExamModel

/// What `paper release` gave leave to. The document of its `--json`: the session, and where it was asked for the release
/// as a text.
struct Released: Encodable {
    let session: Session
    let text: [String]?

    private enum CodingKeys: String, CodingKey {
        case text
    }

    func encode(to encoder: any Encoder) throws {
        try session.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(text, forKey: .text)
    }
}
