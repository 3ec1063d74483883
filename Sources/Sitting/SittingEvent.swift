package import ExamModel

/// What happens in a sitting (作答), one line of the journal each.
package enum SittingEvent: Hashable, Sendable {
    case started
    /// The whole answer to an item, replacing the one before; no options take the answer back.
    case answered(ItemID, [OptionID])
    /// The same for an item that is answered in words: one text a blank. Texts that are all empty take the answer back.
    case written(ItemID, [String])
    case flagged(ItemID)
    case unflagged(ItemID)
    /// Nothing happened, but time has passed: bounds what a reboot can lose.
    case heartbeat
    case handedIn
    case timeUp
    /// The invigilator's order was obeyed.
    case ordered(SittingOrder)
}

extension SittingEvent: Codable {
    private enum Kind: String, Codable {
        case started, answered, written, flagged, unflagged, heartbeat
        case handedIn = "handed-in"
        case timeUp = "time-up"
        case ordered
    }

    private enum CodingKeys: CodingKey {
        case kind, item, options, texts, order
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        switch try fields.decode(Kind.self, forKey: .kind) {
        case .started: self = .started
        case .answered:
            self = .answered(
                try fields.decode(ItemID.self, forKey: .item), try fields.decode([OptionID].self, forKey: .options))
        case .written:
            self = .written(
                try fields.decode(ItemID.self, forKey: .item), try fields.decode([String].self, forKey: .texts))
        case .flagged: self = .flagged(try fields.decode(ItemID.self, forKey: .item))
        case .unflagged: self = .unflagged(try fields.decode(ItemID.self, forKey: .item))
        case .heartbeat: self = .heartbeat
        case .handedIn: self = .handedIn
        case .timeUp: self = .timeUp
        case .ordered: self = .ordered(try fields.decode(SittingOrder.self, forKey: .order))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(kind, forKey: .kind)
        switch self {
        case .answered(let item, let options):
            try fields.encode(item, forKey: .item)
            try fields.encode(options, forKey: .options)
        case .written(let item, let texts):
            try fields.encode(item, forKey: .item)
            try fields.encode(texts, forKey: .texts)
        case .flagged(let item), .unflagged(let item):
            try fields.encode(item, forKey: .item)
        case .ordered(let order): try fields.encode(order, forKey: .order)
        case .started, .heartbeat, .handedIn, .timeUp:
            break
        }
    }

    private var kind: Kind {
        switch self {
        case .started: .started
        case .answered: .answered
        case .written: .written
        case .flagged: .flagged
        case .unflagged: .unflagged
        case .heartbeat: .heartbeat
        case .handedIn: .handedIn
        case .timeUp: .timeUp
        case .ordered: .ordered
        }
    }
}
