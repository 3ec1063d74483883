/// The paths of a site's server for terminals.
package enum SiteRoute {
    package static let version = "v1"
}
