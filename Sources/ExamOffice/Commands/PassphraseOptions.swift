import ArgumentParser
import Glibc

/// How a new private key gets its passphrase.
struct PassphraseOptions: ParsableArguments {
    @Flag(help: "不在终端上问，由程序生成密码，写成密码信封 keys/slips/<角色>.txt (generate passphrases onto slips)")
    var generatePassphrases = false

    /// Nobody is asked when nobody sits there.
    var generates: Bool { generatePassphrases || isatty(0) == 0 }
}
