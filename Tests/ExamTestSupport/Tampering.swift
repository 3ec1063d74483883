package import Foundation

/// Every way to change one bit of a file, and every way to cut it off.
package struct Tampering {
    package static func flips(of data: Data) -> some Sequence<(position: Int, bytes: Data)> {
        data.indices.lazy.flatMap { index in
            (0..<8).lazy.map { bit in
                var flipped = data
                flipped[index] ^= 1 << bit
                return (index, flipped)
            }
        }
    }

    package static func beginnings(of data: Data) -> some Sequence<Data> {
        (0..<data.count).lazy.map { data.prefix($0) }
    }
}
