import NIOCore

/// What people type to reach a server.
package enum ServedHosts {
    /// The host that a server listens at; where that is every address of this machine, those of its network cards (IPv4),
    /// or the one address that a machine without a network has.
    package static func hosts(of host: String) -> [String] {
        guard host == "0.0.0.0" || host == "::" else { return [host] }
        let addresses = ((try? System.enumerateDevices()) ?? []).compactMap(\.address)
        let cards = addresses.filter { $0.protocol == .inet }.compactMap(\.ipAddress).filter { !$0.hasPrefix("127.") }
        return cards.isEmpty ? ["127.0.0.1"] : cards
    }
}
