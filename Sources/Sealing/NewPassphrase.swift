package import ExamModel
import Foundation

/// The passphrase of a key in the making, and whether somebody has to be told of it by a slip.
package struct NewPassphrase: Sendable {
    package let passphrase: Passphrase
    /// Made by ``Passphrase/generate()``: nobody knows it yet.
    package let isGenerated: Bool

    package init(_ passphrase: Passphrase, isGenerated: Bool) {
        self.passphrase = passphrase
        self.isGenerated = isGenerated
    }

    package static func generated() throws(Refusal) -> NewPassphrase {
        NewPassphrase(try .generate(), isGenerated: true)
    }
}

extension PassphraseSource {
    /// The passphrase that a new key of `holder` gets: from the file that was named for it, asked for twice at the
    /// terminal, or generated where there is no terminal, or nothing is typed.
    package func newPassphrase(of holder: Holder, generates: Bool) throws(Refusal) -> NewPassphrase {
        if let file = file(for: holder) { return NewPassphrase(try Passphrase(contentsOf: file), isGenerated: false) }
        guard !generates, let terminal = TerminalPrompt(), let chosen = try terminal.newPassphrase(of: holder) else {
            return try .generated()
        }
        return NewPassphrase(chosen, isGenerated: false)
    }
}
