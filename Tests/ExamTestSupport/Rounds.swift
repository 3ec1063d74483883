import Foundation

/// How many random cases a property is tried on. `KAOCHANG_ROUNDS` asks for more than usual, at no build's cost.
package enum Rounds {
    package static func count(usually usual: Int) -> Int {
        ProcessInfo.processInfo.environment["KAOCHANG_ROUNDS"].flatMap(Int.init).map { max($0, 1) } ?? usual
    }
}
