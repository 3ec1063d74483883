package import ExamModel

extension Finding {
    static func conflict(with id: ItemID, at place: Place) -> Finding {
        Finding(
            .error, .conflictsWithBank, at: place,
            Bilingual(
                "题库中已有同一试题 \(id)，但答案不同；未导入，请核对哪个答案正确",
                "the bank holds this item (\(id)) with another key; not imported, find out which is right"))
    }

    static func differs(from id: ItemID, at place: Place) -> Finding {
        Finding(
            .warning, .differsFromBank, at: place,
            Bilingual(
                "题库中已有这道题（\(id)），其知识点、难度、解析或题干写法与文件不同；题库未改动，要以文件为准请加 --update",
                "the bank holds this item (\(id)) with another topic, difficulty, rationale or spelling; the bank was left "
                    + "as it is; --update takes over what the file says"))
    }

    static func olderThanBank(_ id: ItemID, at place: Place) -> Finding {
        Finding(
            .warning, .olderThanBank, at: place,
            Bilingual(
                "这是题库中 \(id) 的旧版本，题库里已改过；题库未改动",
                "this is an older version of \(id), which was changed in the bank since; the bank was left as it is"))
    }

    static func retiredInBank(_ id: ItemID, at place: Place) -> Finding {
        Finding(
            .warning, .retiredInBank, at: place,
            Bilingual(
                "这道题（\(id)）在题库中已停用；要重新使用请运行 kaochang bank restore \(id)",
                "this item (\(id)) was retired; to use it again, run kaochang bank restore \(id)"))
    }
}

extension FindingCode {
    /// The same code as for a conflict inside one file.
    package static let conflictsWithBank: FindingCode = "CONFLICTING_DUPLICATE"
    /// Known, with the same key, but not word for word.
    package static let differsFromBank: FindingCode = "DIFFERS_FROM_BANK"
    /// An earlier version of an item that was changed in the bank since.
    package static let olderThanBank: FindingCode = "OLDER_THAN_BANK"
    package static let retiredInBank: FindingCode = "RETIRED_IN_BANK"
    /// The bank asks for review, and something wanted to go past it.
    package static let reviewRequired: FindingCode = "REVIEW_REQUIRED"
}
