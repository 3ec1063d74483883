import ArgumentParser
import ExamModel
import ExamPackage
import Foundation
import SiteServer

struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Puts a release file into the site's folder; a running server takes it at once · 放入启封文件")

    @OptionGroup var site: SiteOptions

    @Argument(
        help: ArgumentHelp(
            "The release file (.kcr), or a text file with what `paper release --text` printed.", valueName: "file"))
    var file: String

    func run() async throws {
        try await site.reporting {
            let release = try site.folder.accept(
                release: URL(filePath: file), passphrases: site.passphrases, warn: site.warn)
            let date = release.session.start
            let start = "\(BeijingTime.day(date)) \(BeijingTime.clock(date))"
            Message.line(
                Bilingual("已放入启封文件，开考时间 \(start)", "the release is in place; the exam starts at \(start)").text(
                    in: site.language))
        }
    }
}
