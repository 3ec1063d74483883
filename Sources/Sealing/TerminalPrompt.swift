import COpenSSL
package import ExamModel
import Glibc

/// The person at the process's terminal (`/dev/tty`), asked for what must not be shown. What is typed goes byte by byte
/// into memory that is cleansed.
package final class TerminalPrompt {
    private static let backspaces: Set<UInt8> = [0x08, 0x7f]
    private static let interrupt: UInt8 = 0x03
    private static let endOfInput: UInt8 = 0x04
    private static let eraseLine: UInt8 = 0x15

    private let descriptor: Int32

    /// Nil when the process has no terminal.
    package init?() {
        descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    package func say(_ text: Bilingual) {
        write("\(text.chinese) \(text.english)\n")
    }

    /// Asks once for the passphrase of a key that there is. Refuses: PASSPHRASE_REFUSED, PASSPHRASE_NEEDED (given up).
    func passphrase(of holder: Holder) throws(Refusal) -> Passphrase {
        try Passphrase(secret("\(holder.title.chinese)（\(holder.name)）的密码 (passphrase)："))
    }

    /// Asks twice for a new passphrase, until both are the same and fit; nil when the person leaves it empty.
    package func newPassphrase(of holder: Holder) throws(Refusal) -> Passphrase? {
        try newPassphrase("为\(holder.title.chinese)（\(holder.name)）设置密码，直接回车则由程序生成 (new passphrase)：")
    }

    /// Asks `question` and once more, until both are the same and fit; nil when the person leaves it empty.
    package func newPassphrase(_ question: String) throws(Refusal) -> Passphrase? {
        while true {
            let first = try secret(question)
            guard first.count > 0 else { return nil }
            do throws(Refusal) {
                let passphrase = try Passphrase(first)
                if try secret("请再输入一次 (again)：") == first { return passphrase }
                say(Bilingual("两次输入不一样，请重新设置。", "The two differ; once more."))
            } catch {
                guard error.has(.passphraseRefused) else { throw error }
                for finding in error.findings { say(finding.message) }
            }
        }
    }

    /// Reads one line without showing it.
    private func secret(_ question: String) throws(Refusal) -> SecretBytes {
        var usual = termios()
        guard tcgetattr(descriptor, &usual) == 0 else { throw .passphraseNeeded() }
        var quiet = usual
        quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(descriptor, TCSAFLUSH, &quiet) == 0 else { throw .passphraseNeeded() }
        write(question)
        var isGivenUp = false
        let answer = SecretBytes(capacity: Passphrase.byteCounts.upperBound + 1) { buffer in
            readLine(into: buffer, &isGivenUp)
        }
        tcsetattr(descriptor, TCSAFLUSH, &usual)
        write("\n")
        guard !isGivenUp else { throw .passphraseNeeded() }
        return answer
    }

    private func readLine(into buffer: UnsafeMutableRawBufferPointer, _ isGivenUp: inout Bool) -> Int {
        var count = 0
        var byte: UInt8 = 0
        while true {
            let got = read(descriptor, &byte, 1)
            if got < 0, errno == EINTR { continue }
            guard got == 1, byte != Self.interrupt, byte != Self.endOfInput else {
                isGivenUp = true
                return 0
            }
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return count
            case Self.eraseLine:
                count = 0
            case let key where Self.backspaces.contains(key):
                repeat { count -= 1 } while count > 0 && buffer[count] & 0xc0 == 0x80
                count = max(count, 0)
            default:
                if count < buffer.count {
                    buffer[count] = byte
                    count += 1
                }
            }
        }
    }

    private func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
