/// A desk's way to its site, once the terminal's key is open.
struct SiteConnection: Sendable {
    let transport: SiteTransport
    let trust: SiteTrust
}
