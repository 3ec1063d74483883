/// The least that a section (大题) can earn, whatever its items lose.
package enum SectionFloor: Hashable, Sendable {
    case mark(Mark)
    /// A section may lose what another one earned; the paper as a whole never falls below zero.
    case none

    package static let zero = SectionFloor.mark(.zero)

    package func applied(to sum: Mark) -> Mark {
        switch self {
        case .mark(let least): max(sum, least)
        case .none: sum
        }
    }

    /// The sentence for a section that can lose marks.
    package var instructions: Bilingual {
        switch self {
        case .mark(let least): Bilingual("本大题最低 \(least) 分。", "The section never falls below \(least).")
        case .none: Bilingual("本大题得分可为负，全卷最低 0 分。", "The section may fall below zero, the paper never.")
        }
    }
}

/// A number of marks, or `none`.
extension SectionFloor: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let word = try? container.decode(String.self) {
            guard word == "none" else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(word)” is no floor")
            }
            self = .none
        } else {
            self = .mark(try container.decode(Mark.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .mark(let least): try container.encode(least)
        case .none: try container.encode("none")
        }
    }
}
