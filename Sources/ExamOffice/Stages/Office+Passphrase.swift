import ExamModel
import Foundation
import Sealing

extension Office {
    /// Puts a holder's key under another passphrase (`keys passphrase`), or under its first.
    func changePassphrase(of holder: Holder, to file: URL?, generating: Bool) throws(Refusal) -> URL {
        let lock = try FolderLock(folder)
        defer { withExtendedLifetime(lock) {} }
        let credential = try keys.credential(of: holder)
        let source = PassphraseSource(files: file.map { [PassphraseFile(url: $0)] } ?? [])
        let passphrase = try source.newPassphrase(of: holder, generates: generating)
        try keys.write(credential, of: holder, under: passphrase)
        console.say(
            "已更换\(holder.title.chinese)私钥的密码", "the private key of the \(holder.title.english) has a new passphrase")
        sayWhatToHandOver()
        return keys.keyFile(of: holder)
    }
}
