package import ExamModel
import Glibc

/// The name or the IP address under which browsers and terminals reach a server, as its certificate states it (RFC 5280,
/// 4.2.1.6).
package struct HostName: Hashable, Sendable {
    package let text: String
    private let isAddress: Bool

    /// Refuses what is neither a DNS name nor an address: HOST_NAME.
    package init(_ text: String) throws(Refusal) {
        var (four, six) = (in_addr(), in6_addr())
        isAddress = inet_pton(AF_INET, text, &four) == 1 || inet_pton(AF_INET6, text, &six) == 1
        guard isAddress || text.wholeMatch(of: Self.name) != nil, text.utf8.count <= 253 else {
            throw Refusal(
                .hostName, "“\(text)”不是主机名或 IP 地址，例如 kaochang.lan、192.168.1.10",
                "\"\(text)\" is neither a host's name nor an IP address, such as kaochang.lan or 192.168.1.10")
        }
        self.text = text
    }

    /// As OpenSSL's configuration writes it.
    var alternativeName: String { (isAddress ? "IP:" : "DNS:") + text }

    private static var name: Regex<Substring> { /[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*/ }
}

extension FindingCode {
    static let hostName: FindingCode = "HOST_NAME"
}
