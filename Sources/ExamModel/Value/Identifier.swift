/// A typed identifier: text that names one `Subject` and can never be mistaken for the name of something else.
///
/// Encoded as a plain string. The text is case-sensitive and compared byte by byte.
package struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension Identifier: TextCodable {
    package init(text: String) {
        self.init(text)
    }
}

extension Identifier: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self.init(text)
    }
}

package typealias ItemID = Identifier<Item>
package typealias OptionID = Identifier<Item.Option>
package typealias FormID = Identifier<Form>
package typealias ExamID = Identifier<Exam>
package typealias TeamID = Identifier<Team>
/// 准考证号: text, unique in an exam.
package typealias TicketNumber = Identifier<Candidate>
