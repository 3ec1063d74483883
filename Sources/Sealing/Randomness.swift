import COpenSSL
package import ExamModel

/// Bytes that nobody can foresee, from OpenSSL's generator for secrets.
package enum Randomness {
    package static func bytes(_ count: Int) throws(Refusal) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        guard RAND_priv_bytes(&bytes, Int32(count)) == 1 else { throw .cryptographyFailed() }
        return bytes
    }
}
