import COpenSSL
import ExamModel
import Foundation

/// A revocation list in the making (RFC 5280, 5, version 2): the entries of the one before, and one more.
struct RevocationDraft {
    let certificate: Certificate
    let revocation: Revocation
    /// When the list is issued.
    let date: Date

    func signed(by issuer: Credential, after previous: RevocationList?) throws(Refusal) -> RevocationList {
        ErrorQueue.clear()
        let start = previous.map { X509_CRL_dup($0.handle.pointer) } ?? X509_CRL_new()
        let list = try Handle(start, X509_CRL_free)
        try fill(list.pointer, issuer: issuer.certificate, number: (previous?.number ?? 0) + 1)
        try require(X509_CRL_add0_revoked(list.pointer, entry()) == 1)
        try require(X509_CRL_sort(list.pointer) == 1)
        let digest = EVP_get_digestbyname(SealingAlgorithms.standard.digest)
        try require(X509_CRL_sign(list.pointer, issuer.privateKey.handle.pointer, digest) > 0)
        return try RevocationList(list)
    }

    /// A list holds until its authority does: exams are checked offline, where no newer one can be fetched.
    private func fill(_ list: OpaquePointer, issuer: Certificate, number: Int) throws(Refusal) {
        try require(X509_CRL_set_version(list, 1) == 1)  // counts from 0
        try require(X509_CRL_set_issuer_name(list, X509_get_subject_name(issuer.handle.pointer)) == 1)
        let (issued, until) = (try ASN1Moment(date), try ASN1Moment(issuer.validity().until))
        try require(X509_CRL_set1_lastUpdate(list, issued.pointer) == 1)
        try require(X509_CRL_set1_nextUpdate(list, until.pointer) == 1)
        try setNumber(number, in: list)
        if X509_CRL_get_ext_by_NID(list, NID_authority_key_identifier, -1) < 0 { try addIssuer(issuer, to: list) }
    }

    private func setNumber(_ number: Int, in list: OpaquePointer) throws(Refusal) {
        guard let value = ASN1_INTEGER_new() else { throw .cryptographyFailed() }
        defer { ASN1_STRING_free(value) }
        try require(ASN1_INTEGER_set(value, number) == 1)
        try require(X509_CRL_add1_ext_i2d(list, NID_crl_number, value, 0, UInt(X509V3_ADD_REPLACE)) == 1)
    }

    private func addIssuer(_ issuer: Certificate, to list: OpaquePointer) throws(Refusal) {
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer.handle.pointer, nil, nil, list, 0)
        let made = X509V3_EXT_conf_nid(nil, &context, NID_authority_key_identifier, "keyid:always")
        let part = try Handle(made, X509_EXTENSION_free)
        try require(X509_CRL_add_ext(list, part.pointer, -1) == 1)
    }

    /// Handed over to the list.
    private func entry() throws(Refusal) -> OpaquePointer {
        guard let entry = X509_REVOKED_new() else { throw .cryptographyFailed() }
        do throws(Refusal) {
            let moment = try ASN1Moment(max(date, revocation.date))
            try require(X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(certificate.handle.pointer)) == 1)
            try require(X509_REVOKED_set_revocationDate(entry, moment.pointer) == 1)
            try addReason(to: entry)
            if revocation.date < date { try addInvalidityDate(to: entry) }
            return entry
        } catch {
            X509_REVOKED_free(entry)
            throw error
        }
    }

    private func addReason(to entry: OpaquePointer) throws(Refusal) {
        guard let reason = ASN1_ENUMERATED_new() else { throw .cryptographyFailed() }
        defer { ASN1_STRING_free(reason) }
        try require(ASN1_ENUMERATED_set(reason, revocation.reason.rawValue) == 1)
        try require(X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, reason, 0, 0) == 1)
    }

    private func addInvalidityDate(to entry: OpaquePointer) throws(Refusal) {
        let seconds = time_t(revocation.date.timeIntervalSince1970)
        guard let time = ASN1_GENERALIZEDTIME_set(nil, seconds) else { throw .cryptographyFailed() }
        defer { ASN1_STRING_free(time) }
        try require(X509_REVOKED_add1_ext_i2d(entry, NID_invalidity_date, time, 0, 0) == 1)
    }

    private func require(_ isDone: Bool) throws(Refusal) {
        guard isDone else { throw .cryptographyFailed() }
    }
}

/// A moment in ASN.1, in whole seconds.
private final class ASN1Moment {
    let pointer: UnsafeMutablePointer<ASN1_TIME>

    init(_ date: Date) throws(Refusal) {
        guard let pointer = ASN1_TIME_set(nil, time_t(date.timeIntervalSince1970)) else { throw .cryptographyFailed() }
        self.pointer = pointer
    }

    deinit {
        ASN1_STRING_free(pointer)
    }
}
