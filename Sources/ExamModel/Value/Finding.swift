/// What is wrong (or doubtful) with some input: a code, a place, and a sentence that says what to do.
package struct Finding: Hashable, Sendable {
    package enum Severity: String, Sendable, Codable {
        /// The input at this place was refused.
        case error
        /// The input was taken; a person should look.
        case warning
    }

    package let severity: Severity
    package let code: FindingCode
    package let place: Place
    package let message: Bilingual

    package init(_ severity: Severity, _ code: FindingCode, at place: Place = Place(), _ message: Bilingual) {
        self.severity = severity
        self.code = code
        self.place = place
        self.message = message
    }

    /// One line for a terminal: place, code and sentence.
    package func line(in language: Language) -> String {
        let mark =
            switch (severity, language) {
            case (.error, .chinese): "错误"
            case (.error, .english): "error"
            case (.warning, .chinese): "提示"
            case (.warning, .english): "warning"
            }
        let spot = place.text(in: language)
        let head = spot.isEmpty ? "" : spot + (language == .chinese ? "：" : ": ")
        return "\(head)\(mark) [\(code)] \(message.text(in: language))"
    }
}

/// The stable name of a kind of finding, in capitals (`MISSING_ANSWER`). Each room declares its own in an extension.
package struct FindingCode: Hashable, Sendable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        rawValue = value
    }

    package var description: String { rawValue }
}

/// Where in the input something stands. All numbers are one-based.
package struct Place: Hashable, Sendable {
    package var file: String?
    package var sheet: String?
    /// The record of a table, the header being row 1.
    package var row: Int?
    /// The physical line of a text file.
    package var line: Int?

    package init(file: String? = nil, sheet: String? = nil, row: Int? = nil, line: Int? = nil) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.line = line
    }

    package func text(in language: Language) -> String {
        var parts: [String] = []
        if let file { parts.append(file) }
        switch language {
        case .chinese:
            if let sheet { parts.append("工作表“\(sheet)”") }
            if let row { parts.append("第 \(row) 行") } else if let line { parts.append("第 \(line) 行") }
        case .english:
            if let sheet { parts.append("sheet \"\(sheet)\"") }
            if let row { parts.append("row \(row)") } else if let line { parts.append("line \(line)") }
        }
        return parts.joined(separator: " ")
    }
}

/// Why something was not done: one finding or more, all found in one pass. Nothing was changed.
package struct Refusal: Error, Hashable, Sendable {
    package let findings: [Finding]

    package init(_ findings: [Finding]) {
        self.findings = findings
    }

    /// The usual case: one error.
    package init(_ code: FindingCode, at place: Place = Place(), _ chinese: String, _ english: String) {
        findings = [Finding(.error, code, at: place, Bilingual(chinese, english))]
    }

    package func has(_ code: FindingCode) -> Bool {
        findings.contains { $0.code == code }
    }
}

extension Refusal: CustomStringConvertible {
    package var description: String {
        findings.map { $0.line(in: .chinese) + " / " + $0.message.english }.joined(separator: "\n")
    }
}
