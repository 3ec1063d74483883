/// What a candidate answered to one item or sub-item (作答结果): option ids, never letters, or words.
package struct Response: Hashable, Sendable {
    package let item: ItemID
    /// Sorted by id. Empty when the item is answered in words.
    package let options: [OptionID]
    /// What was written, one text a blank, or one for a short answer; not every text is empty. None when the item is
    /// answered by choosing.
    package let texts: [String]

    package init(item: ItemID, options: [OptionID]) {
        self.item = item
        self.options = options.sorted()
        texts = []
    }

    package init(item: ItemID, texts: [String]) {
        self.item = item
        options = []
        self.texts = texts
    }
}

/// `texts` is left out where there are none.
extension Response: Codable {
    private enum CodingKeys: CodingKey {
        case item, options, texts
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        item = try fields.decode(ItemID.self, forKey: .item)
        options = try fields.decode([OptionID].self, forKey: .options)
        texts = try fields.decodeIfPresent([String].self, forKey: .texts) ?? []
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(item, forKey: .item)
        try fields.encode(options, forKey: .options)
        if !texts.isEmpty { try fields.encode(texts, forKey: .texts) }
    }
}
