package import Sitting

/// The time by the site's clock, which decides.
package struct SiteTime: Hashable, Sendable, Codable {
    /// Since T0; negative before it.
    package let session: SessionTime
    /// Whether the forms may be opened: the release is there and T0 has come.
    package let isReleased: Bool
    /// Counts how often another machine took this site over. A terminal that has seen a number takes no server with a
    /// lower one for the site.
    package let reign: Int

    package init(session: SessionTime, isReleased: Bool, reign: Int) {
        self.session = session
        self.isReleased = isReleased
        self.reign = reign
    }
}
