/// `blanks` and `parts` are left out where there are none, so that items of the other types are written as they were
/// before there were any.
extension Item: Codable {
    private enum CodingKeys: CodingKey {
        case id, version, type, stem, options, blanks, parts, topic, difficulty
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try fields.decode(ItemID.self, forKey: .id), version: try fields.decode(Int.self, forKey: .version),
            type: try fields.decode(ItemType.self, forKey: .type), stem: try fields.decode(String.self, forKey: .stem),
            options: try fields.decode([Option].self, forKey: .options),
            blanks: try fields.decodeIfPresent(Int.self, forKey: .blanks) ?? 0,
            parts: try fields.decodeIfPresent([Item].self, forKey: .parts) ?? [],
            topic: try fields.decode(Topic.self, forKey: .topic),
            difficulty: try fields.decode(Difficulty.self, forKey: .difficulty))
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(version, forKey: .version)
        try fields.encode(type, forKey: .type)
        try fields.encode(stem, forKey: .stem)
        try fields.encode(options, forKey: .options)
        if blanks > 0 { try fields.encode(blanks, forKey: .blanks) }
        if !parts.isEmpty { try fields.encode(parts, forKey: .parts) }
        try fields.encode(topic, forKey: .topic)
        try fields.encode(difficulty, forKey: .difficulty)
    }
}
