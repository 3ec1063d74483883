import AtomicFile
import ExamModel
import Foundation
import Testing
import ZipFile

struct ZipArchiveTests {
    private let entries = [
        (name: "试卷/manifest.json", data: Data("{}".utf8)), (name: "empty", data: Data()),
        (name: "big", data: Data(repeating: 7, count: 100_000)),
    ]

    @Test func readsWhatWasWritten() throws {
        try withTemporaryFolder { folder in
            let url = folder.appendingPathComponent("paper.zip")
            try Data("old".utf8).write(to: url)
            try ZipArchive.write(entries, to: url)
            let archive = try ZipArchive.read(url)
            #expect(archive.entries.map(\.name) == entries.map(\.name))
            #expect(archive.entries.map(\.data) == entries.map(\.data))
            #expect(archive["empty"] == Data())
            #expect(archive["none"] == nil)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["paper.zip"])
        }
    }

    @Test func writesTheSameBytesForEver() throws {
        let bytes = try ZipArchive.data(of: [(name: "a", data: Data("hello".utf8))])
        #expect(
            bytes.base64EncodedString()
                == "UEsDBAoAAAAAAAAAIQCGphA2BQAAAAUAAAABAAAAYWhlbGxvUEsBAj8DCgAAAAAAAAAhAIamEDYFAAAABQAAAAEAAAAAAAAAAAAAALaB"
                + "AAAAAGFQSwUGAAAAAAEAAQAvAAAAJAAAAAAA")
        #expect(try ZipArchive.data(of: entries) == ZipArchive.data(of: entries))
    }

    @Test func unpacksOnlyWhatIsWanted() throws {
        let data = try ZipArchive.data(of: entries)
        let limits = ZipArchive.Limits(archiveBytes: 1 << 20, entries: 3, entryBytes: 10, totalBytes: 10)
        let archive = try ZipArchive.read(data, limits: limits) { $0 != "big" }
        #expect(archive.entries.count == 2)
    }

    @Test(arguments: ["/etc/passwd", "../up", "a/../../b", "a//b", "", "a\\b", "./a", "C:/a", "a\u{1}"])
    func refusesNamesThatLeaveTheArchive(name: String) {
        #expect { try ZipArchive.data(of: [(name: name, data: Data())]) } throws: {
            ($0 as? Refusal)?.has(.archiveNameRefused) == true
        }
    }

    @Test func refusesHostileNamesWhenReading() throws {
        let data = try ZipArchive.data(of: [(name: "safe", data: Data()), (name: "twin", data: Data())])
        for (old, new) in [("safe", "../x"), ("safe", "/abs"), ("safe", "twin")] {
            let hostile = data.replacing(old, with: new)
            #expect { try ZipArchive.read(hostile) } throws: { ($0 as? Refusal)?.has(.archiveNameRefused) == true }
        }
    }

    @Test func refusesMoreThanTheLimits() throws {
        let data = try ZipArchive.data(of: entries)
        let small = [
            ZipArchive.Limits(archiveBytes: 100, entries: 9, entryBytes: 1 << 20, totalBytes: 1 << 20),
            ZipArchive.Limits(archiveBytes: 1 << 20, entries: 2, entryBytes: 1 << 20, totalBytes: 1 << 20),
            ZipArchive.Limits(archiveBytes: 1 << 20, entries: 9, entryBytes: 99_999, totalBytes: 1 << 20),
            ZipArchive.Limits(archiveBytes: 1 << 20, entries: 9, entryBytes: 1 << 20, totalBytes: 100_001),
        ]
        for limits in small {
            #expect { try ZipArchive.read(data, limits: limits) } throws: {
                ($0 as? Refusal)?.has(.archiveTooLarge) == true
            }
        }
    }

    /// 100 000 zeros, deflated to a few hundred bytes.
    private let bomb =
        "UEsDBBQAAAAIAAAAIQB9lRHUcgAAAKCGAQAPAAAAeGwvd29ya2Jvb2sueG1s7cExAQAAAMKg9U9tDQ+gAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAgFcDUEsBAhQDFAAAAAgAAAAhAH2VEdRyAAAAoIYBAA8AAAAAAAAAAAAAAIABAAAAAHhsL3dvcmtib29rLnhtbFBLBQYA"
        + "AAAAAQABAD0AAACfAAAAAAA="

    @Test func refusesBombsByWhatTheyDeclareAndByWhatTheyHold() throws {
        let honest = try #require(Data(base64Encoded: bomb))
        let limits = ZipArchive.Limits(archiveBytes: 1 << 20, entries: 9, entryBytes: 50_000, totalBytes: 50_000)
        #expect(try ZipArchive.read(honest)["xl/workbook.xml"]?.count == 100_000)
        #expect { try ZipArchive.read(honest, limits: limits) } throws: {
            ($0 as? Refusal)?.has(.archiveTooLarge) == true
        }
        let lying = honest.replacing(Data([0xA0, 0x86, 0x01, 0x00]), with: Data([0x10, 0x00, 0x00, 0x00]))
        #expect(lying != honest)
        #expect { try ZipArchive.read(lying, limits: limits) } throws: {
            ($0 as? Refusal)?.has(.archiveDamaged) == true
        }
    }

    @Test func refusesEveryTruncation() throws {
        let data = try ZipArchive.data(of: [(name: "a", data: Data("hello".utf8)), (name: "b", data: Data("x".utf8))])
        for length in 0..<data.count {
            #expect("\(length) bytes") { try ZipArchive.read(data.prefix(length)) } throws: {
                ($0 as? Refusal)?.has(.archiveDamaged) == true
            }
        }
    }

    @Test func findsChangedContent() throws {
        let data = try ZipArchive.data(of: [(name: "a", data: Data("hello".utf8))]).replacing("hello", with: "hullo")
        #expect { try ZipArchive.read(data) } throws: { ($0 as? Refusal)?.has(.archiveDamaged) == true }
    }

    @Test func refusesWhatIsNoFile() throws {
        try withTemporaryFolder { folder in
            for url in [folder, URL(fileURLWithPath: "/dev/zero")] {
                #expect { try ZipArchive.read(url) } throws: { ($0 as? Refusal)?.has(.fileUnreadable) == true }
            }
            #expect { try ZipArchive.read(folder.appendingPathComponent("none")) } throws: {
                ($0 as? Refusal)?.has(.fileMissing) == true
            }
            #expect { try ZipArchive.write(entries, to: folder.appendingPathComponent("none/a.zip")) } throws: {
                ($0 as? Refusal)?.has(.fileUnwritable) == true
            }
        }
    }
}

extension Data {
    /// Every occurrence of `old` replaced by `new` of the same length.
    fileprivate func replacing(_ old: String, with new: String) -> Data {
        replacing(Data(old.utf8), with: Data(new.utf8))
    }

    fileprivate func replacing(_ old: Data, with new: Data) -> Data {
        var copy = Data(self)
        var start = copy.startIndex
        while let range = copy.range(of: old, in: start..<copy.endIndex) {
            copy.replaceSubrange(range, with: new)
            start = range.upperBound
        }
        return copy
    }
}
