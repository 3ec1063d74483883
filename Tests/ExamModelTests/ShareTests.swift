import ExamModel
import Testing

struct ShareTests {
    @Test func apportionsByLargestRemainder() throws {
        let shares = ["28%", "24%", "18%", "13%", "5%", "5%", "7%"].compactMap(Share.init(text:))
        #expect(Share.apportion(20, by: shares) == [6, 5, 4, 2, 1, 1, 1])
        for total in 0...200 {
            #expect(Share.apportion(total, by: shares).reduce(0, +) == total)
        }
    }

    @Test(arguments: ["101%", "5", "-1%", "1.234%", "%", "五%"])
    func refusesWhatIsNoShare(text: String) {
        #expect(Share(text: text) == nil)
    }
}
