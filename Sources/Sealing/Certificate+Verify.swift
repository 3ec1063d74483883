import COpenSSL
package import ExamModel
package import Foundation

extension Certificate {
    /// Checks that the trusted authority issued this certificate, to `purpose`, that it is valid at `date` (RFC 5280, 6),
    /// and that it was not revoked by then.
    ///
    /// A certificate that is revoked later stays good for what was signed before: exams are checked years later.
    ///
    /// Refuses: CERTIFICATE_UNTRUSTED, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_WRONG_PURPOSE,
    /// CERTIFICATE_REVOKED.
    package func verify(trusting trust: Trust, as purpose: Purpose, at date: Date) throws(Refusal) {
        if !trust.knows(self, at: date) { try verifyChain(trusting: trust, at: date) }
        guard self.purpose == purpose else { throw wrongPurpose(purpose) }
        if let revocation = trust.revocations?.revocation(of: self), date >= revocation.date {
            throw revoked(revocation)
        }
    }

    private func verifyChain(trusting trust: Trust, at date: Date) throws(Refusal) {
        ErrorQueue.clear()
        let result = try chainResult(trusting: trust.authority, at: date)
        ErrorQueue.clear()
        switch result {
        case X509_V_OK: break
        case X509_V_ERR_CERT_HAS_EXPIRED: throw expired(at: date)
        case X509_V_ERR_CERT_NOT_YET_VALID: throw notYetValid(at: date)
        default: throw untrusted(result)
        }
        let (own, root) = (try validity(), try trust.authority.validity())
        trust.remember(self, during: Validity(from: max(own.from, root.from), until: min(own.until, root.until)))
    }

    /// One of OpenSSL's `X509_V_` results.
    private func chainResult(trusting authority: Certificate, at date: Date) throws(Refusal) -> Int32 {
        let store = try Handle(X509_STORE_new(), X509_STORE_free)
        let context = try Handle(X509_STORE_CTX_new(), X509_STORE_CTX_free)
        guard X509_STORE_add_cert(store.pointer, authority.handle.pointer) == 1,
            X509_STORE_CTX_init(context.pointer, store.pointer, handle.pointer, nil) == 1,
            X509_STORE_CTX_set_default(context.pointer, "smime_sign") == 1
        else { throw .cryptographyFailed() }
        let parameters = X509_STORE_CTX_get0_param(context.pointer)
        X509_VERIFY_PARAM_set_time(parameters, time_t(date.timeIntervalSince1970))
        X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_X509_STRICT))
        if X509_verify_cert(context.pointer) == 1 { return X509_V_OK }
        let result = X509_STORE_CTX_get_error(context.pointer)
        return result == X509_V_OK ? X509_V_ERR_UNSPECIFIED : result
    }

    func expired(at date: Date) -> Refusal {
        let time = date.ISO8601Format()
        return Refusal(
            .certificateExpired, "证书“\(subject)”在 \(time) 已过有效期\(period.chinese)，请检查时钟，或换发证书（kaochang keys renew）。",
            "The certificate \"\(subject)\" has expired at \(time)\(period.english); check the clock, or have it renewed "
                + "(kaochang keys renew).")
    }

    func notYetValid(at date: Date) -> Refusal {
        let time = date.ISO8601Format()
        return Refusal(
            .certificateNotYetValid, "证书“\(subject)”在 \(time) 尚未生效\(period.chinese)，请检查时钟。",
            "The certificate \"\(subject)\" is not valid yet at \(time)\(period.english); check the clock.")
    }

    private func revoked(_ revocation: Revocation) -> Refusal {
        let (time, reason) = (revocation.date.ISO8601Format(), revocation.reason.name)
        return Refusal(
            .certificateRevoked, "证书“\(subject)”自 \(time) 起已吊销（\(reason.chinese)），此后的签名无效；请换用新证书（kaochang keys renew）。",
            "The certificate \"\(subject)\" is revoked since \(time) (\(reason.english)): what it signs from then on does "
                + "not count; use a new one (kaochang keys renew).")
    }

    private var period: Bilingual {
        guard let validity = try? validity() else { return Bilingual("", "") }
        let (from, until) = (validity.from.ISO8601Format(), validity.until.ISO8601Format())
        return Bilingual("（\(from) 至 \(until)）", " (\(from) to \(until))")
    }

    private func untrusted(_ result: Int32) -> Refusal {
        let reason = String(cString: X509_verify_cert_error_string(Int(result)))
        return Refusal(
            .certificateUntrusted, "证书“\(subject)”不是本场考试的证书机构签发的（\(reason)），不可信任。",
            "The certificate \"\(subject)\" was not issued by this exam's authority (\(reason)); do not trust it.")
    }

    private func wrongPurpose(_ purpose: Purpose) -> Refusal {
        Refusal(
            .certificateWrongPurpose, "证书“\(subject)”不是\(purpose.name.chinese)的证书，此处需要\(purpose.name.chinese)签名。",
            "The certificate \"\(subject)\" is not that of the \(purpose.name.english), which is needed here.")
    }
}
