import ExamModel
import Foundation
import HummingbirdTLS
import NIOCore
import NIOSSL
import Sealing

/// TLS with the exam's certificates: the site shows its own, terminals show one of a class, and both are judged by
/// ``Sealing`` as everywhere else (authority, role, validity, revocation).
enum SiteTLS {
    /// For terminals, which must show a certificate.
    static func terminals(
        _ site: Credential, trusting trust: Trust, now: @escaping @Sendable () -> Date
    ) throws -> TLSChannelConfiguration {
        var tls = try configuration(site)
        tls.certificateVerification = .noHostnameVerification
        return TLSChannelConfiguration(tlsConfiguration: tls) { chain, promise in
            promise.succeed(judge(chain, trusting: trust, at: now()) ? .certificateVerified : .failed)
        }
    }

    /// For browsers, whose users sign in.
    static func console(_ site: Credential) throws -> TLSChannelConfiguration {
        TLSChannelConfiguration(tlsConfiguration: try configuration(site))
    }

    private static func configuration(_ site: Credential) throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate(bytes: [UInt8](site.certificate.der), format: .der)
        let key = try site.privateKey.unprotectedDER().withBytes { bytes in
            try NIOSSLPrivateKey(bytes: [UInt8](bytes), format: .der)
        }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(chain)], privateKey: .privateKey(key))
        tls.minimumTLSVersion = .tlsv12
        return tls
    }

    private static func judge(_ chain: [NIOSSLCertificate], trusting trust: Trust, at date: Date) -> Bool {
        guard let first = chain.first, let der = try? first.toDERBytes(),
            let certificate = try? Certificate(der: Data(der))
        else { return false }
        do throws(Refusal) {
            try certificate.verify(trusting: trust, as: .terminal, at: date)
            return true
        } catch {
            return false
        }
    }
}
