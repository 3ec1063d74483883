package import ExamModel

/// One rule of a blueprint, as conflicts and broken forms name it. Numbers are indices of the blueprint's lists.
package enum BlueprintRule: Hashable, Sendable {
    /// The items of one section.
    case section(Int)
    /// The items of one topic in one section.
    case topic(section: Int, topic: Int)
    case level(Difficulty)
    /// The estimated time of one section.
    case minutes(section: Int)
    case cell(Int)
    case meanP, spread, discrimination, seconds, reading
    case source(Int)
    case perArticle(String)
    /// A group of enemies of the blueprint or the bank, by its first item.
    case enemies(ItemID)
    case letters(section: Int)
    case judgement(section: Int)
    /// How many neighbours of one section may have the same key.
    case run(section: Int)
    case mustHave(ItemID)
    /// How often an item is used over all forms.
    case uses
    /// How many items two forms share.
    case shared
}
