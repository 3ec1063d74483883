/// What decides between equal totals. A team's figure is the sum over its counted members.
package enum TieBreak: Hashable, Sendable, Codable {
    /// More marks in the section of this title, or the column of this name, go first.
    case section(String)
    /// Less time used goes first.
    case time
    /// More marks in this component go first.
    case component(String)
    /// The team whose best member has more marks goes first. Between people it decides nothing.
    case bestMember

    package var name: Bilingual {
        switch self {
        case .section(let title): Bilingual("“\(title)”得分高者在前", "more marks in \(title)")
        case .time: Bilingual("用时少者在前", "less time used")
        case .component(let name): Bilingual("“\(name)”高者在前", "more marks in \(name)")
        case .bestMember: Bilingual("最高个人成绩高者在前", "the higher best member")
        }
    }
}
