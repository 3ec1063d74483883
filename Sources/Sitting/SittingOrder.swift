/// What an invigilator decides about one sitting (监考指令). Orders of a sitting are numbered from 1; the candidate's
/// journal notes each when it is obeyed, so that the journal alone tells what time there was.
package struct SittingOrder: Hashable, Sendable, Codable {
    package enum Kind: Hashable, Sendable {
        /// Time on top of the session's length. A sitting whose time had run out goes on.
        case extraTime(SessionTime)
        case pause
        case resume
        /// The answers as they are are taken in.
        case collect
        /// The answers do not count.
        case void
    }

    package let number: Int
    package let kind: Kind

    package init(number: Int, kind: Kind) {
        self.number = number
        self.kind = kind
    }
}

extension SittingOrder {
    private enum CodingKeys: CodingKey {
        case number, order, milliseconds
    }

    private enum Word: String, Codable {
        case extraTime = "extra-time"
        case pause, resume, collect, void
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        number = try fields.decode(Int.self, forKey: .number)
        kind =
            switch try fields.decode(Word.self, forKey: .order) {
            case .extraTime: .extraTime(try fields.decode(SessionTime.self, forKey: .milliseconds))
            case .pause: .pause
            case .resume: .resume
            case .collect: .collect
            case .void: .void
            }
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(number, forKey: .number)
        try fields.encode(word, forKey: .order)
        if case .extraTime(let time) = kind { try fields.encode(time, forKey: .milliseconds) }
    }

    private var word: Word {
        switch kind {
        case .extraTime: .extraTime
        case .pause: .pause
        case .resume: .resume
        case .collect: .collect
        case .void: .void
        }
    }
}
