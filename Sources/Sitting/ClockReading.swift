package import Foundation

/// What a machine's clocks show at one moment.
package struct ClockReading: Hashable, Sendable, Codable {
    /// Names the time since the machine was last switched on (`/proc/sys/kernel/random/boot_id`).
    package let boot: String
    /// Since that boot, suspended time included, whatever happens to the wall clock (`CLOCK_BOOTTIME`).
    package let nanoseconds: UInt64
    /// The wall clock, since 1970 (UTC).
    package let wallMilliseconds: Int

    package init(boot: String, nanoseconds: UInt64, wallMilliseconds: Int) {
        self.boot = boot
        self.nanoseconds = nanoseconds
        self.wallMilliseconds = wallMilliseconds
    }

    /// What the wall clock shows.
    package var date: Date { Date(timeIntervalSince1970: Double(wallMilliseconds) / 1000) }
}
