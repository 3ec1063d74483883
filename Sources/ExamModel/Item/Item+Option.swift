extension Item {
    /// One choice (选项). Its letter is where it stands on a candidate's screen and is never stored.
    package struct Option: Hashable, Sendable, Codable {
        package let id: OptionID
        package let text: String

        package init(id: OptionID, text: String) {
            self.id = id
            self.text = text
        }

        /// The options of every true-false item.
        package static let judgement = [Option(id: "T", text: "正确"), Option(id: "F", text: "错误")]

        /// Options with the ids `1`, `2`, … in the order of the bank file.
        package static func numbered(_ texts: [String]) -> [Option] {
            texts.enumerated().map { Option(id: OptionID(String($0.offset + 1)), text: $0.element) }
        }

        /// The letter shown before the option at `index`: A for 0. Beyond Z the number is shown.
        package static func letter(at index: Int) -> String {
            guard index < 26, let scalar = Unicode.Scalar(65 + UInt32(index)) else { return String(index + 1) }
            return String(Character(scalar))
        }
    }
}
