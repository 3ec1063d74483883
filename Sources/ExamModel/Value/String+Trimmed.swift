extension StringProtocol {
    /// The text without blanks (of any width) and line ends around it.
    package var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Whether there is nothing but blanks and line ends.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
