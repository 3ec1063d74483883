extension String {
    /// Whether the text holds what a terminal or a table would obey instead of showing: control characters, line ends.
    var hasControls: Bool { unicodeScalars.contains(where: \.isControl) }

    /// The same text with U+FFFD for each control character, fit for a message.
    var controlsReplaced: String {
        var shown = UnicodeScalarView()
        for scalar in unicodeScalars { shown.append(scalar.isControl ? "\u{FFFD}" : scalar) }
        return String(shown)
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
