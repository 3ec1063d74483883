package import Foundation

/// From when (included) until when (not included) a certificate holds, in whole seconds.
package struct Validity: Hashable, Sendable {
    package let from: Date
    package let until: Date

    package init(from: Date, until: Date) {
        self.from = from
        self.until = until
    }
}
