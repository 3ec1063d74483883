import ExamPackage
import ExamTestSupport
import Foundation
import Testing

/// `kaochang-site release` with a release that came as a text, by telephone or as a scanned code.
struct SiteReleaseTests {
    @Test func takesAText() throws {
        let sample = try SealedSample(at: Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down)))
        let release = try sample.release(start: .now)
        try Command.shell(
            "mkdir site && cp papers/sample.kcp site/paper.kcp && cp -r keys site/", in: sample.folder)
        let text = try ReleaseText(release, of: sample.paper).lines.joined(separator: "\n").lowercased()
        try sample.folder.write(Data(text.utf8), as: "typed.txt")
        let command = [try Product.path("kaochang-site"), "release", "--site", "site"]
        try Command.run(command[0], Array(command[1...]) + ["typed.txt"], in: sample.folder.url)
        #expect(try sample.folder.read("site/release.kcr") == sample.folder.read("papers/sample.kcr"))

        try FileManager.default.removeItem(at: sample.folder["site/release.kcr"])
        try sample.folder.write(Data(text.replacing("01 ", with: "01 0").utf8), as: "typed.txt")
        #expect(throws: Command.Failure.self) {
            try Command.run(command[0], Array(command[1...]) + ["typed.txt"], in: sample.folder.url)
        }
        #expect(!FileManager.default.fileExists(atPath: sample.folder["site/release.kcr"].path))
    }
}
