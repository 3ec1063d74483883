import AtomicFile
import ExamModel
import Foundation
import Testing

/// A folder of its own for every test, removed afterwards.
final class AtomicFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "AtomicFile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
    func readsBackWhatItWrote(size: Int) throws {
        let url = folder.appending(path: "试卷.kcp")
        let data = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        try AtomicFile.write(data, to: url)
        #expect(try AtomicFile.read(url, limit: size) == data)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["试卷.kcp"])
    }

    @Test func replacesAFileAndSetsItsPermissions() throws {
        let url = folder.appending(path: "key")
        try AtomicFile.write(Data("old".utf8), to: url)
        try AtomicFile.write(Data("new".utf8), to: url, permissions: 0o600)
        #expect(try AtomicFile.read(url, limit: 10) == Data("new".utf8))
        let permissions = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
    }

    @Test func leavesNothingBehindWhenItCannotReplace() throws {
        let url = folder.appending(path: "folder")
        try FileManager.default.createDirectory(at: url.appending(path: "full"), withIntermediateDirectories: true)
        let refusal = #expect(throws: Refusal.self) { try AtomicFile.write(Data("x".utf8), to: url) }
        #expect(refusal?.has(.fileUnwritable) == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["folder"])
    }

    @Test func refusesAMissingFolder() {
        let refusal = #expect(throws: Refusal.self) {
            try AtomicFile.write(Data(), to: self.folder.appending(path: "none/file"))
        }
        #expect(refusal?.has(.fileUnwritable) == true)
    }

    @Test func refusesWhatIsMissingTooLargeOrNoFile() throws {
        let url = folder.appending(path: "file")
        try AtomicFile.write(Data("12345".utf8), to: url)
        let large = #expect(throws: Refusal.self) { try AtomicFile.read(url, limit: 4) }
        #expect(large?.has(.fileTooLarge) == true)
        let missing = #expect(throws: Refusal.self) { try AtomicFile.read(self.folder.appending(path: "no"), limit: 4) }
        #expect(missing?.has(.fileMissing) == true)
        let noFile = #expect(throws: Refusal.self) { try AtomicFile.read(self.folder, limit: 4) }
        #expect(noFile?.has(.fileUnreadable) == true)
        #expect(throws: Refusal.self) { try AtomicFile.read(URL(filePath: "/dev/zero"), limit: 4) }
    }
}
