package import Foundation

/// The contract of `rank --json` without the sentences, as somebody else would read it.
package struct StandingsDocument: Decodable, Equatable {
    package struct Team: Decodable, Equatable {
        package let rank: Int
        package let team: String
        package let city: String
        package let total: Decimal
        package let counted: [Counted]
        package let advances: Bool
    }

    package struct Counted: Decodable, Equatable {
        package let ticket: String
        package let score: Decimal
    }

    package struct Individual: Decodable, Equatable {
        package let rank: Int
        package let ticket: String
        package let name: String
        package let team: String
        package let score: Decimal
        package let honours: [String]
    }

    package struct Flag: Decodable, Equatable {
        package let code: String
        package let subjects: [String]
    }

    package let teams: [Team]
    package let individuals: [Individual]
    package var flags: [Flag]

    package init(json: Data) throws {
        self = try JSONDecoder().decode(Self.self, from: json)
    }
}
