import AtomicFile
package import ExamModel
import Foundation

extension KeyFolder {
    /// Writes a certificate and its key under `passphrase`, and opens the key for this process. The key's file is
    /// readable by its owner only from the moment it is there.
    package func write(
        _ credential: Credential, of holder: Holder, under passphrase: NewPassphrase
    ) throws(Refusal) {
        try credential.privateKey.write(to: keyFile(of: holder), under: passphrase.passphrase)
        try AtomicFile.write(credential.certificate.pem(), to: certificateFile(of: holder))
        if passphrase.isGenerated {
            try writeSlip(passphrase.passphrase, of: holder, certificate: credential.certificate)
        } else {
            try? FileManager.default.removeItem(at: slip(of: holder))
        }
        remember(credential)
    }

    /// Puts a replaced certificate and its key aside: what was encrypted to it is still opened by it.
    package func putAside(_ holder: Holder) throws(Refusal) {
        let certificate = try certificate(of: holder)
        let target = formerFolder(of: certificate)
        try makeFolder(target)
        for file in [certificateFile(of: holder), keyFile(of: holder)] {
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            let bytes = try AtomicFile.read(file, limit: PrivateKey.byteLimit)
            try AtomicFile.write(bytes, to: target.appending(path: file.lastPathComponent), permissions: 0o600)
        }
    }

    /// Holders whose slip still lies beside their key: whoever has this folder can act for them.
    package var holdersWithSlips: [Holder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: slips.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { Holder(name: String($0.dropLast(4))) }
            .filter { FileManager.default.fileExists(atPath: keyFile(of: $0).path) }
    }

    /// The holders of a role whose private key is in the folder.
    package func holdersWithKeys(of purpose: Purpose) -> [Holder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return names.filter { $0.hasSuffix(".key") }.sorted().compactMap { Holder(name: String($0.dropLast(4))) }
            .filter { $0.purpose == purpose }
    }

    private func writeSlip(
        _ passphrase: Passphrase, of holder: Holder, certificate: Certificate
    ) throws(Refusal) {
        try makeFolder(slips)
        let text = """
            # 密码信封 · passphrase slip
            # \(holder.title.chinese) \(holder.title.english)（\(certificate.subject)）
            # 这是 \(holder.name).key 的密码。请连同该文件当面交给责任人，由本人保管，然后从这里删除。
            # This opens \(holder.name).key. Hand both to whoever answers for the role, then remove them from here.

            """
        let head = Array(text.utf8)
        let slip = passphrase.bytes.withBytes { bytes in
            SecretBytes(capacity: head.count + bytes.count + 1) { buffer in
                buffer.copyBytes(from: head)
                UnsafeMutableRawBufferPointer(rebasing: buffer[head.count...]).copyBytes(from: bytes)
                buffer[head.count + bytes.count] = UInt8(ascii: "\n")
                return head.count + bytes.count + 1
            }
        }
        try slip.write(to: self.slip(of: holder))
    }

    private func makeFolder(_ folder: URL) throws(Refusal) {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Refusal(
                .fileUnwritable, at: Place(file: folder.path), "无法建立文件夹，请检查权限和磁盘空间。",
                "The folder cannot be made; check permissions and space.")
        }
    }
}
