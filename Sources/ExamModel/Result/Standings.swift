/// The outcome (排名), in the shape of `rank --json`.
package struct Standings: Hashable, Sendable, Codable {
    package let teams: [TeamStanding]
    package let individuals: [IndividualStanding]
    /// What a person must look at: ties at a cut, short teams, cross-checks that disagree.
    package let flags: [StandingsFlag]
    /// Who took part, by 市州; nil when the rules do not ask for it.
    package let cities: [CityParticipation]?

    package init(
        teams: [TeamStanding], individuals: [IndividualStanding], flags: [StandingsFlag],
        cities: [CityParticipation]? = nil
    ) {
        self.teams = teams
        self.individuals = individuals
        self.flags = flags
        self.cities = cities
    }
}

package struct TeamStanding: Hashable, Sendable, Codable {
    /// Standard competition ranking (1, 2, 2, 4) after the tie-breaks.
    package let rank: Int
    package let team: TeamID
    package let city: String
    package let total: Mark
    package let counted: [CountedScore]
    /// False for a team that is tied across the cut, until the judges have decided.
    package let advances: Bool
    package let why: String
    /// ``why`` in English; nil in results of the first version.
    package let whyEnglish: String?
    /// What the total is made of; nil when it is the written exam alone.
    package let components: [ComponentMark]?
    /// Prizes of the team; nil when the rules know none.
    package let honours: [String]?

    package init(
        rank: Int, team: TeamID, city: String, total: Mark, counted: [CountedScore], advances: Bool, why: Bilingual,
        components: [ComponentMark]? = nil, honours: [String]? = nil
    ) {
        self.rank = rank
        self.team = team
        self.city = city
        self.total = total
        self.counted = counted
        self.advances = advances
        self.why = why.chinese
        whyEnglish = why.english
        self.components = components
        self.honours = honours
    }

    package struct CountedScore: Hashable, Sendable, Codable {
        package let ticket: TicketNumber
        package let score: Mark

        package init(ticket: TicketNumber, score: Mark) {
            self.ticket = ticket
            self.score = score
        }
    }
}

package struct IndividualStanding: Hashable, Sendable, Codable {
    package let rank: Int
    package let ticket: TicketNumber
    package let name: String
    package let team: TeamID
    package let score: Mark
    package let honours: [String]
    package let why: String
    /// ``why`` in English; nil in results of the first version.
    package let whyEnglish: String?

    package init(
        rank: Int, ticket: TicketNumber, name: String, team: TeamID, score: Mark, honours: [String], why: Bilingual
    ) {
        self.rank = rank
        self.ticket = ticket
        self.name = name
        self.team = team
        self.score = score
        self.honours = honours
        self.why = why.chinese
        whyEnglish = why.english
    }
}

package struct StandingsFlag: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case tieAtCut = "TIE_AT_CUT"
        case shortTeam = "SHORT_TEAM"
        case crossCheck = "CROSS_CHECK"
        case absent = "ABSENT"
        case missingComponent = "MISSING_COMPONENT"
        case barred = "BARRED"
        case staleAdjudication = "STALE_ADJUDICATION"
        case peopleDecide = "PEOPLE_DECIDE"
    }

    package let code: Kind
    /// The teams or tickets that it is about.
    package let subjects: [String]
    package let message: Bilingual
    /// What the places of an open tie are of, as in ``Adjudication/matter``; nil for other flags.
    package let matter: String?

    package init(code: Kind, subjects: [String], message: Bilingual, matter: String? = nil) {
        self.code = code
        self.subjects = subjects
        self.message = message
        self.matter = matter
    }
}

extension TeamStanding {
    package func why(in language: Language) -> String { Bilingual(why, whyEnglish ?? why).text(in: language) }
}

extension IndividualStanding {
    package func why(in language: Language) -> String { Bilingual(why, whyEnglish ?? why).text(in: language) }
}
