import Foundation

/// A descriptor that becomes readable when something has happened, for a program that sleeps in `poll`.
final class Wake: Sendable {
    let descriptor: Int32
    private let input: Int32

    /// Without a pipe (no descriptors are left), whoever sleeps finds out a second later.
    init() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        }
        (descriptor, input) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(input)
    }

    /// A full pipe is readable already.
    func ring() {
        var byte: UInt8 = 1
        _ = write(input, &byte, 1)
    }

    /// Makes the descriptor quiet again.
    func clear() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(descriptor, &bytes, bytes.count) == bytes.count {}
    }
}
