import ExamModel
import ExamSeat
import Foundation
import SiteServer
import Sitting

/// A site's server, and the people who run it.
struct RehearsedSite: Sendable {
    /// How often the invigilator looks who asks for something.
    private static let look = Duration.milliseconds(50)

    let scripts: [Script]
    let folder: SiteFolder
    let application: SiteApplication
    private let paper: SitePaper
    private let clock: VirtualClock

    init(_ site: SiteRehearsal.Site, clock: VirtualClock) async throws {
        scripts = site.scripts
        paper = site.paper
        self.clock = clock
        try FileManager.default.createDirectory(at: site.folder, withIntermediateDirectories: true)
        folder = SiteFolder(site.folder)
        application = try await SiteApplication(
            folder, SiteApplication.Options(host: "127.0.0.1", port: 0, consolePort: 0), paper: paper, clock: clock.read
        )
    }

    /// Returns when the task is cancelled, which is how the server is stopped. `ready` is told where it listens.
    func serve(_ ready: @escaping @Sendable (Int) -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.runForTerminals(ready) }
            group.addTask {
                while !Task.isCancelled {
                    try await application.admitWhoeverAsks()
                    try? await Task.sleep(for: Self.look)
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Puts the release into the folder, and returns when the server has taken it in.
    func take(release: Data) async throws {
        try release.write(to: folder.release, options: .atomic)
        while await !application.hasRelease { try await Task.sleep(for: Self.look) }
    }

    /// Makes the sealed answers, with the journals beside them.
    func export() async throws -> URL {
        let export = try await SiteExport(folder, paper: paper, clock: clock.read)
        let target = folder.url.appending(path: "export", directoryHint: .isDirectory)
        return URL(filePath: try await export.write(into: target, journals: true, at: clock.read().date).file)
    }
}
