/// How text looks. No style carries a meaning that the text does not say.
package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let plain: Style = []
    package static let bold = Style(rawValue: 1)
    package static let reverse = Style(rawValue: 2)
    package static let warning = Style(rawValue: 4)
}
