import AnswerKey
import ExamModel

extension KeyedItem {
    /// The same under another id.
    func with(id: ItemID) -> KeyedItem {
        guard id != item.id else { return self }
        return KeyedItem(
            item: item.copy(id: id, version: item.version, options: item.options),
            key: key.copy(item: id, version: key.version, answer: key.answer))
    }

    /// The same as a text of the held item: its id and versions, and the ids of its options where they say the same, so
    /// that keys and old answers go on meaning what they meant.
    ///
    /// - Parameter inHeldOrder: puts the options in the held order, for a file that lists the same ones in another.
    func matching(_ held: KeyedItem, inHeldOrder: Bool) -> KeyedItem {
        let id = held.item.id
        let ids = item.type == .trueFalse ? [:] : item.optionIDs(after: held.item)
        var options = item.options.map { Item.Option(id: ids[$0.id] ?? $0.id, text: $0.text) }
        if inHeldOrder {
            let places = Dictionary(held.item.options.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in
                first
            }
            options.sort { places[$0.id, default: .max] < places[$1.id, default: .max] }
        }
        var answer = key.answer
        if case .options(let right) = answer { answer = .options(right.map { ids[$0] ?? $0 }.sorted()) }
        return KeyedItem(
            item: item.copy(id: id, version: held.item.version, options: options),
            key: key.copy(item: id, version: held.key.version, answer: answer))
    }

    /// The same as the next version of what it differs in: item and key count apart.
    func numbered(after held: KeyedItem) -> KeyedItem {
        let sameItem = item == held.item
        let sameKey = key == held.key
        return KeyedItem(
            item: item.copy(
                id: held.item.id, version: held.item.version + (sameItem ? 0 : 1), options: item.options),
            key: key.copy(
                item: held.item.id, version: held.key.version + (sameKey ? 0 : 1), answer: key.answer))
    }
}

extension Key {
    /// The keys of sub-items go with the case's id.
    func copy(item id: ItemID, version: Int, answer: Answer) -> Key {
        guard case .parts(let parts) = answer else {
            return Key(item: id, version: version, answer: answer, rationale: rationale)
        }
        let renamed = parts.enumerated().map { offset, part in
            part.copy(item: id.part(at: offset), version: part.version, answer: part.answer)
        }
        return Key(item: id, version: version, answer: .parts(renamed), rationale: rationale)
    }
}

extension Key.Answer {
    /// Whether both call the same right; what they say of the reasons does not matter.
    func isSame(as other: Key.Answer) -> Bool {
        guard case .parts(let parts) = self, case .parts(let others) = other else { return self == other }
        return parts.count == others.count && zip(parts, others).allSatisfy { $0.answer.isSame(as: $1.answer) }
    }
}

extension Item {
    func copy(id: ItemID, version: Int, options: [Option]) -> Item {
        Item(
            id: id, version: version, type: type, stem: stem, options: options, blanks: blanks,
            parts: parts.enumerated().map { $1.copy(id: id.part(at: $0), version: $1.version, options: $1.options) },
            topic: topic, difficulty: difficulty)
    }

    /// Which ids the options have as options of the held item: those with the same text first, the others in their
    /// order, and new numbers for what is left.
    fileprivate func optionIDs(after held: Item) -> [OptionID: OptionID] {
        var ids: [OptionID: OptionID] = [:]
        var free = held.options
        for option in options {
            let text = NormalText.of(option.text)
            guard let index = free.firstIndex(where: { NormalText.of($0.text) == text }) else { continue }
            ids[option.id] = free.remove(at: index).id
        }
        var next = (held.options.compactMap { Int($0.id.text) }.max() ?? 0) + 1
        for option in options where ids[option.id] == nil {
            if free.isEmpty {
                ids[option.id] = OptionID(String(next))
                next += 1
            } else {
                ids[option.id] = free.removeFirst().id
            }
        }
        return ids
    }
}
