import ExamModel
import Testing

@testable import SiteRehearsal

struct DescriptorLimitTests {
    @Test func aRoomIsTakenAndAMultitudeIsRefused() throws {
        try DescriptorLimit.raise(for: 1)
        #expect { try DescriptorLimit.raise(for: 1 << 40) } throws: { error in
            (error as? Refusal)?.has(.rehearsalTooLarge) == true
        }
    }
}
