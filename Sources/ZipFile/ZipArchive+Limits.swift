extension ZipArchive {
    /// How much an archive may hold. Sizes are in bytes; both what the directory declares and what is really there count.
    package struct Limits: Hashable, Sendable {
        /// The archive itself, compressed.
        package let archiveBytes: Int
        package let entries: Int
        /// One entry, unpacked.
        package let entryBytes: Int
        /// All entries that are read, unpacked.
        package let totalBytes: Int

        package init(archiveBytes: Int, entries: Int, entryBytes: Int, totalBytes: Int) {
            self.archiveBytes = archiveBytes
            self.entries = entries
            self.entryBytes = entryBytes
            self.totalBytes = totalBytes
        }

        /// 64 MiB packed, 1000 entries, 256 MiB unpacked.
        package static let standard = Limits(
            archiveBytes: 64 << 20, entries: 1000, entryBytes: 256 << 20, totalBytes: 256 << 20)
    }
}
