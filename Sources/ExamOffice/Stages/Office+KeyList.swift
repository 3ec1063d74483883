import ExamModel
import Foundation
import Sealing

extension Office {
    /// A certificate of this exam as `keys list` shows it.
    struct KeyStatus: Encodable {
        let holder: String
        let subject: String
        let validFrom: String
        let validUntil: String
        /// `valid`, or the code of what is wrong with it.
        let state: String
        /// SHA-256, as `openssl x509 -fingerprint -sha256` shows it.
        let fingerprint: String
        let keyIsHere: Bool
        let slipIsHere: Bool
    }

    /// Everybody's certificate, and whether the private key and its slip are in this folder.
    func listKeys() throws(Refusal) -> [KeyStatus] {
        let trust = try trust()
        var list: [KeyStatus] = []
        for holder in Self.holders(of: try folder.readExam()) { list.append(try status(of: holder, trust)) }
        for entry in list {
            let key = entry.keyIsHere ? (entry.slipIsHere ? "私钥与密码信封都在" : "私钥在") : "私钥不在此"
            let english = entry.keyIsHere ? (entry.slipIsHere ? "key and slip here" : "key here") : "key not here"
            console.say(
                "  \(entry.holder)：\(entry.state)，有效期 \(entry.validFrom) 至 \(entry.validUntil)，\(key)",
                "  \(entry.holder): \(entry.state), \(entry.validFrom) to \(entry.validUntil), \(english)")
            console.say("    指纹 \(entry.fingerprint)", "    fingerprint \(entry.fingerprint)")
        }
        return list
    }

    private func status(of holder: Holder, _ trust: Trust) throws(Refusal) -> KeyStatus {
        let certificate = try keys.certificate(of: holder)
        let validity = try certificate.validity()
        let manager = FileManager.default
        return KeyStatus(
            holder: holder.name, subject: certificate.subject, validFrom: validity.from.ISO8601Format(),
            validUntil: validity.until.ISO8601Format(), state: state(of: certificate, holder, trust),
            fingerprint: certificate.fingerprint.description,
            keyIsHere: manager.fileExists(atPath: keys.keyFile(of: holder).path),
            slipIsHere: manager.fileExists(atPath: keys.slip(of: holder).path))
    }

    private func state(of certificate: Certificate, _ holder: Holder, _ trust: Trust) -> String {
        guard holder.purpose != .authority else { return "valid" }
        do throws(Refusal) {
            try certificate.verify(trusting: trust, as: holder.purpose, at: clock())
            return "valid"
        } catch {
            return error.findings.first?.code.rawValue ?? ""
        }
    }
}
