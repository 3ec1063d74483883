import ExamModel
package import Foundation
import NIOCore
import NIOSSL
package import Sealing

/// Who a terminal is, and by which authority it knows a site.
package struct SiteTrust: Sendable {
    let trust: Trust
    let terminal: Credential
    /// The day by which certificates are judged.
    let now: @Sendable () -> Date

    package init(_ trust: Trust, terminal: Credential, now: @escaping @Sendable () -> Date) {
        self.trust = trust
        self.terminal = terminal
        self.now = now
    }

    /// TLS 1.3 with the terminal's certificate. Whose certificate the site shows is judged by ``check(_:)`` once the handshake
    /// has proved that it holds the key, and before a request is sent: the exam's authority certifies roles, not hosts.
    func tlsConfiguration() throws(Refusal) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv13
        configuration.certificateVerification = .none
        do {
            let certificate = try NIOSSLCertificate(bytes: Array(terminal.certificate.der), format: .der)
            let key = try terminal.privateKey.unprotectedDER().withBytes { bytes in
                try NIOSSLPrivateKey(bytes: Array(bytes), format: .der)
            }
            configuration.certificateChain = [.certificate(certificate)]
            configuration.privateKey = .privateKey(key)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(
                .terminalCertificate, "终端证书不能用于 TLS：\(error)",
                "the terminal's certificate is of no use for TLS: \(error)")
        }
        return configuration
    }

    /// Fails unless the other end of the connection is a site of this exam.
    @Sendable func check(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.pipeline.handler(type: NIOSSLHandler.self).flatMapThrowing { handler in
            guard let peer = handler.peerCertificate else { throw NIOSSLError.noCertificateToValidate }
            let certificate = try Certificate(der: Data(peer.toDERBytes()))
            try certificate.verify(trusting: trust, as: .site, at: now())
        }.flatMapError { error in
            channel.close(mode: .all).recover { _ in }.flatMapThrowing { throw error }
        }
    }
}

extension FindingCode {
    static let terminalCertificate: FindingCode = "TERMINAL_CERTIFICATE"
}
