import ExamModel
import XMLFile

extension QTIItemReader {
    /// Reads rules that state the right answer themselves, where no correct response and no mapping does: `match` of a
    /// response with one value, and the score for it. Rules of any other form say nothing here.
    mutating func readProcessing(until end: String) throws(Refusal) {
        var rules: [String: [(value: String, score: Double)]] = [:]
        var rule = Rule()
        while let event = try xml.next() {
            switch event {
            case .end(end):
                for (response, scored) in rules where correct[response] == nil && mapped[response] == nil {
                    mapped[response] = scored
                }
                return
            case .start(let name): rule.begin(Self.bare(name), identifier: xml.attribute("identifier"))
            case .text(let text): rule.text += text
            case .end(let name):
                if let (response, value, score) = rule.end(Self.bare(name)) {
                    rules[response, default: []].append((value, score))
                }
            }
        }
    }

    /// One `responseIf` or `responseElseIf`.
    private struct Rule {
        var text = ""
        private var isPlain = false
        private var isInMatch = false
        private var response: String?
        private var matches: [(response: String, value: String)] = []
        private var outcome: String?
        private var score: Double?

        mutating func begin(_ name: String, identifier: String?) {
            text = ""
            switch name {
            case "responseif", "responseelseif": self = Rule(isPlain: true)
            case "match": (isInMatch, response) = (true, nil)
            case "variable": if isInMatch { response = identifier }
            case "setoutcomevalue": outcome = identifier
            case "basevalue", "sum": break
            default: isPlain = false
            }
        }

        mutating func end(_ name: String) -> (response: String, value: String, score: Double)? {
            switch name {
            case "basevalue" where isInMatch: if let response { matches.append((response, text.cleaned)) }
            case "basevalue" where outcome == "SCORE": score = Double(text.trimmed)
            case "match": isInMatch = false
            case "setoutcomevalue": outcome = nil
            case "responseif", "responseelseif":
                guard isPlain, matches.count == 1, let score, score > 0 else { return nil }
                return (matches[0].response, matches[0].value, score)
            default: break
            }
            return nil
        }

        init(isPlain: Bool = false) {
            self.isPlain = isPlain
        }
    }
}
