import Assembly
import ExamModel
import ExamSettings
import ItemBank

extension Office {
    /// Refuses a blueprint that names items or sources that the bank does not have: a misprint would bar nothing, or make
    /// a share look impossible. Must-have items are the assembler's to find.
    func refuseUnknownNames(in written: WrittenBlueprint, pool: [PoolEntry]) throws(Refusal) {
        let rules = written.blueprint.rules
        guard !rules.barred.isEmpty || !rules.enemies.isEmpty || !rules.sources.isEmpty else { return }
        let known = Set(try ItemBank(reading: try existingBank()).entries().map(\.id))
        var findings: [Finding] = []
        for (key, items) in [("barred", rules.barred), ("enemies", rules.enemies.flatMap(\.self))] {
            for item in items where !known.contains(item) {
                findings.append(
                    Finding(
                        .error, .unknownItem, at: Place(file: written.file, line: written.line(of: key)),
                        Bilingual(
                            "\(key) 里的 \(item) 题库中没有，请核对编号或删去",
                            "\(key): the bank has no item \(item); correct it or take it out")))
            }
        }
        let sources = Set(pool.compactMap(\.source)).sorted()
        for wanted in rules.sources where !sources.contains(wanted.source) {
            let list = Bilingual(
                sources.isEmpty ? "题库里的题都没有写来源" : "题库里有：" + sources.joined(separator: "、"),
                sources.isEmpty ? "no item states a source" : "the bank has: " + sources.joined(separator: ", "))
            findings.append(
                Finding(
                    .error, .unknownSource, at: Place(file: written.file, line: written.line(of: "sources")),
                    Bilingual(
                        "没有来源为“\(wanted.source)”的题（已审定的）；\(list.chinese)",
                        "no approved item is from “\(wanted.source)”; \(list.english)")))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    /// Refuses one form a candidate (一人一卷) with fewer forms than candidates.
    func refuseTooFewForms(_ forms: Int, in written: WrittenBlueprint) throws(Refusal) {
        guard written.blueprint.rules.delivery == .perCandidate, try account().digest(of: folder.roster) != nil else {
            return
        }
        let candidates = try roster().candidates.count
        guard forms < candidates else { return }
        throw Refusal(
            .tooFewForms, at: Place(file: written.file, line: written.line(of: "forms")),
            "一人一卷（delivery: per-candidate）而名册有 \(candidates) 名考生，forms 只有 \(forms)；请改为 \(candidates) 以上，或改为 delivery: fixed",
            "a form for each candidate (delivery: per-candidate), \(candidates) candidates, but forms: \(forms); ask for "
                + "\(candidates) or more, or for delivery: fixed")
    }
}

extension FindingCode {
    static let unknownItem: FindingCode = "UNKNOWN_ITEM"
    static let unknownSource: FindingCode = "UNKNOWN_SOURCE"
    static let tooFewForms: FindingCode = "TOO_FEW_FORMS"
}
