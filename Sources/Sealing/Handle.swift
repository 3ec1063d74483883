import COpenSSL
import ExamModel

/// Owns one object of OpenSSL and frees it. Shared between threads only when nobody changes the object any more.
final class Handle: @unchecked Sendable {
    let pointer: OpaquePointer
    private let free: (OpaquePointer?) -> Void

    /// Refuses when OpenSSL could not make the object.
    init(_ pointer: OpaquePointer?, _ free: @escaping (OpaquePointer?) -> Void) throws(Refusal) {
        guard let pointer else { throw .cryptographyFailed() }
        self.pointer = pointer
        self.free = free
    }

    deinit {
        free(pointer)
    }
}
