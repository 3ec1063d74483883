package import ExamModel
package import Foundation

/// Where passphrases come from, in this order: files that were named, the holder's slip, the terminal. Never arguments
/// or the environment: other processes can read those.
package struct PassphraseSource: Sendable {
    /// How often somebody may mistype.
    private static let attempts = 3

    private let files: [PassphraseFile]
    private let asksAtTerminal: Bool

    package init(files: [PassphraseFile] = [], asksAtTerminal: Bool = true) {
        self.files = files
        self.asksAtTerminal = asksAtTerminal
    }

    /// The file that was named for `holder`, else one that was named for everybody.
    package func file(for holder: Holder) -> URL? {
        (files.last { $0.holder == holder } ?? files.last { $0.holder == nil })?.url
    }

    /// Opens an encrypted key. Refuses: WRONG_PASSPHRASE, PASSPHRASE_NEEDED, PASSPHRASE_REFUSED.
    func open(_ pem: SecretBytes, of holder: Holder, slip: URL) throws(Refusal) -> PrivateKey {
        if let file = file(for: holder) { return try open(pem, byPassphraseIn: file) }
        if FileManager.default.fileExists(atPath: slip.path) { return try open(pem, byPassphraseIn: slip) }
        guard asksAtTerminal, let terminal = TerminalPrompt() else { throw .passphraseNeeded() }
        for attempt in 1...Self.attempts {
            do throws(Refusal) {
                return try PrivateKey(pem: pem, passphrase: try terminal.passphrase(of: holder))
            } catch {
                let isTypo = error.has(.wrongPassphrase) || error.has(.passphraseRefused)
                guard isTypo, attempt < Self.attempts else { throw error }
                terminal.say(Bilingual("密码不对，请重新输入。", "That is not it; try again."))
            }
        }
        throw .passphraseNeeded()
    }

    /// A key that was brought from elsewhere, with the passphrase that opened it; nil when it has none.
    package func opened(
        _ pem: SecretBytes, of holder: Holder
    ) throws(Refusal) -> (key: PrivateKey, passphrase: Passphrase)? {
        guard KeyEncryption.isEncrypted(pem) else { return nil }
        let passphrase =
            if let file = file(for: holder) {
                try Passphrase(contentsOf: file)
            } else if asksAtTerminal, let terminal = TerminalPrompt() {
                try terminal.passphrase(of: holder)
            } else {
                throw Refusal.passphraseNeeded()
            }
        return (try PrivateKey(pem: pem, passphrase: passphrase), passphrase)
    }

    private func open(_ pem: SecretBytes, byPassphraseIn file: URL) throws(Refusal) -> PrivateKey {
        let passphrase = try Passphrase(contentsOf: file)
        do throws(Refusal) {
            return try PrivateKey(pem: pem, passphrase: passphrase)
        } catch {
            guard error.has(.wrongPassphrase) else { throw error }
            throw Refusal(
                .wrongPassphrase, "文件 \(file.lastPathComponent) 里的密码打不开这把私钥，请检查是不是拿错了密码信封。",
                "The passphrase in \(file.lastPathComponent) does not open this private key; check that it is the right "
                    + "slip.")
        }
    }
}

/// A file with a passphrase, for one holder's key or for all.
package struct PassphraseFile: Sendable {
    package let holder: Holder?
    package let url: URL

    package init(holder: Holder? = nil, url: URL) {
        self.holder = holder
        self.url = url
    }

    /// Reads `FILE` or `ROLE=FILE`.
    package init(option: String) {
        let parts = option.split(separator: "=", maxSplits: 1)
        if parts.count == 2, let holder = Holder(name: String(parts[0])) {
            self.init(holder: holder, url: URL(filePath: String(parts[1])))
        } else {
            self.init(url: URL(filePath: option))
        }
    }
}
