package import Foundation
package import Sealing

extension Credential {
    /// A passphrase that everybody may know.
    package static func testPassphrase() throws -> Passphrase {
        try Passphrase(SecretBytes(copying: Data("kaochang-test-passphrase".utf8)))
    }

    /// Writes `<purpose>.pem` and `<purpose>.key`, the key without a passphrase, for the openssl command.
    package func write(to folder: URL) throws {
        try certificate.pem().write(to: folder.appending(path: "\(purpose.rawValue).pem"))
        try privateKey.writeUnprotected(to: folder.appending(path: "\(purpose.rawValue).key"))
    }
}

extension PrivateKey {
    /// Our software writes no key without a passphrase, so the openssl command takes it off.
    package func writeUnprotected(to file: URL) throws {
        let folder = try TemporaryFolder()
        try folder.write(pem(under: Credential.testPassphrase()), as: "key")
        try folder.write(Data("kaochang-test-passphrase\n".utf8), as: "passphrase")
        let plain = try Command.openssl("pkey", "-in", "key", "-passin", "file:passphrase", in: folder)
        try plain.write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
}
