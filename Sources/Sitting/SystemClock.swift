import Foundation
package import ExamModel

/// This machine's clocks.
package struct SystemClock: Sendable {
    private let boot: String

    package init() throws(Refusal) {
        guard let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8) else {
            throw Refusal(
                .noBootIdentifier, "读不到系统启动标识，请检查 /proc 是否已挂载",
                "the boot id cannot be read; see that /proc is mounted")
        }
        boot = text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    package func read() -> ClockReading {
        var sinceBoot = timespec()
        var wall = timespec()
        clock_gettime(CLOCK_BOOTTIME, &sinceBoot)
        clock_gettime(CLOCK_REALTIME, &wall)
        return ClockReading(
            boot: boot, nanoseconds: UInt64(sinceBoot.tv_sec) * 1_000_000_000 + UInt64(sinceBoot.tv_nsec),
            wallMilliseconds: wall.tv_sec * 1000 + wall.tv_nsec / 1_000_000)
    }
}

extension FindingCode {
    package static let noBootIdentifier: FindingCode = "NO_BOOT_IDENTIFIER"
}
