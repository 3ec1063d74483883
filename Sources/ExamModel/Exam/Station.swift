/// One of several places or kinds of machines of an exam that have a certificate of their own: a site (考点), or a class of
/// terminals (考试终端).
package struct Station: Hashable, Sendable, Codable, Identifiable {
    /// 1 to 16 lower-case letters, digits and hyphens: part of file names and certificates.
    package let id: String
    package let name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
