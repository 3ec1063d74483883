package import ExamModel
import Foundation

/// Where a site's server is, and where another machine would serve that took it over.
package struct SiteAddress: Hashable, Sendable {
    /// `https://10.0.0.5:8443`, without a slash at the end.
    let base: String

    /// Reads addresses with commas between them. Refuses what is no `https://host:port`.
    package static func read(_ text: String) throws(Refusal) -> [SiteAddress] {
        var addresses: [SiteAddress] = []
        for part in text.split(separator: ",") {
            let name = part.trimmingCharacters(in: .whitespaces)
            guard let url = URL(string: name), url.scheme == "https", url.host()?.isEmpty == false,
                ["", "/"].contains(url.path()), url.query() == nil
            else { throw .siteAddress(name) }
            addresses.append(SiteAddress(base: name.hasSuffix("/") ? String(name.dropLast()) : name))
        }
        guard !addresses.isEmpty else { throw .siteAddress(text) }
        return addresses
    }
}

extension Refusal {
    fileprivate static func siteAddress(_ text: String) -> Refusal {
        Refusal(
            .siteAddress, "“\(text)”不是考点服务器的地址，应形如 https://10.0.0.5:8443，多个地址用逗号分开",
            "\"\(text)\" is no address of a site's server; it looks like https://10.0.0.5:8443, several with commas")
    }
}

extension FindingCode {
    package static let siteAddress: FindingCode = "SITE_ADDRESS"
}
