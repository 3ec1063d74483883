package import ExamModel

/// Why there are no forms: rules, each with its sentence.
package struct AssemblyFailure: Error, Hashable, Sendable {
    package let causes: [RuledOut]

    init(_ causes: [RuledOut]) {
        self.causes = causes
    }

    /// The causes as findings, each at its rule's place in the blueprint's file.
    package func refusal(at place: (BlueprintRule) -> Place) -> Refusal {
        Refusal(
            causes.map { cause in
                Finding(.error, cause.code, at: cause.rules.first.map(place) ?? Place(), cause.message)
            })
    }
}

extension RuledOut {
    /// An exhausted search.
    static func notFound(_ rules: [BlueprintRule], in blueprint: Blueprint) -> RuledOut {
        let texts = rules.prefix(4).map { $0.text(in: blueprint) }
        return RuledOut(
            rules: rules, code: .formsNotFound,
            message: Bilingual(
                "没有找到符合全部要求的组卷（未能证明不可能）；最后仍不满足：" + texts.map(\.chinese).joined(separator: "；")
                    + "。请放宽其中一条，补充试题，或换一个种子再试",
                "no forms found that hold every rule, which is no proof that there are none; still broken: "
                    + texts.map(\.english).joined(separator: "; ") + ". Loosen one, add items, or try another seed"))
    }
}

extension FormSearch {
    /// The rules that some form breaks, in the order of the rows; then the overlap that is larger than allowed.
    var brokenRules: [BlueprintRule] {
        var broken = brokenRows
        if let most = problem.mostShared, overlaps.elements.contains(where: { Int($0) > most }) {
            broken.append(.shared)
        }
        return broken
    }

    /// The rules that some form breaks by itself.
    var brokenRows: [BlueprintRule] {
        var broken: [BlueprintRule] = []
        for (index, row) in problem.rows.enumerated() {
            let breaks = (0..<forms).contains { row.excess(Int(sums[$0 * problem.rows.count + index])) > 0 }
            if breaks, !broken.contains(problem.rules[index]) { broken.append(problem.rules[index]) }
        }
        for slot in slots.indices where slots[slot] < 0 {
            let rule = BlueprintRule.section(section(of: slot))
            if !broken.contains(rule) { broken.append(rule) }
        }
        return broken
    }
}
