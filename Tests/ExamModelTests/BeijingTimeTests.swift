import ExamModel
import Foundation
import Testing

struct BeijingTimeTests {
    /// 2020-06-20 00:30:05 UTC.
    private let date = Date(timeIntervalSince1970: 1_592_613_005.75)

    @Test func isEightHoursAheadOfGreenwich() {
        #expect(BeijingTime.day(date) == "2020年6月20日")
        #expect(BeijingTime.clock(date) == "08:30")
        #expect(BeijingTime.clockWithSeconds(date) == "08:30:05")
    }
}
