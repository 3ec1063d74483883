package import ExamModel

/// Who holds a certificate: a role, and where several hold the same role (sites, classes of terminals) which of them.
package struct Holder: Hashable, Sendable {
    package let purpose: Purpose
    /// The id of the site or of the class of terminals, or `sm2`; nil for the only holder of a role.
    package let id: String?

    package init(_ purpose: Purpose, id: String? = nil) {
        self.purpose = purpose
        self.id = id
    }

    /// The SM2 key of a role, beside its standard one: ``NationalSignature``.
    package static func national(_ purpose: Purpose) -> Holder { Holder(purpose, id: nationalID) }

    package var isNational: Bool { !purpose.isHeldBySeveral && id == Self.nationalID }

    private static let nationalID = "sm2"

    /// Who holds a role at an exam with these sites, or these classes of terminals: one for all when none is named.
    package static func all(_ purpose: Purpose, at stations: [Station]) -> [Holder] {
        stations.isEmpty ? [Holder(purpose)] : stations.map { Holder(purpose, id: $0.id) }
    }

    /// Reads what ``name`` writes.
    package init?(name: String) {
        if let purpose = Purpose(rawValue: name) {
            self.init(purpose)
            return
        }
        let parts = name.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let purpose = Purpose(rawValue: String(parts[0])) else { return nil }
        self.init(purpose, id: String(parts[1]))
        guard purpose.isHeldBySeveral || isNational else { return nil }
    }

    /// `site`, or `site-chengdu` where there are several: how files and commands name the holder.
    package var name: String { id.map { "\(purpose.rawValue)-\($0)" } ?? purpose.rawValue }

    package var title: Bilingual {
        guard let id else { return purpose.name }
        return Bilingual("\(purpose.name.chinese) \(id)", "\(purpose.name.english) \(id)")
    }

    /// The subject's CN: `site demo-2020`, or `site chengdu demo-2020`.
    package func commonName(of exam: ExamID) -> String {
        ([purpose.rawValue] + (id.map { [$0] } ?? []) + [exam.text]).joined(separator: " ")
    }
}
