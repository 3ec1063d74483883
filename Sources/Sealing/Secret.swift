import COpenSSL
package import Foundation

extension Data {
    /// Compares secrets in a time that depends on their length only.
    package func equalsInConstantTime(_ other: Data) -> Bool {
        guard count == other.count else { return false }
        return withUnsafeBytes { mine in
            other.withUnsafeBytes { CRYPTO_memcmp(mine.baseAddress, $0.baseAddress, mine.count) == 0 }
        }
    }
}
