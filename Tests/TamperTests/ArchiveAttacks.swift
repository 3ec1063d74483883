import ExamModel
import Foundation

/// Zip archives that are made to break what reads them.
struct ArchiveAttacks {
    private let files: SealedFiles

    init() throws {
        files = try SealedFiles()
    }

    /// Writes a number of 32 bits at `offset` behind every mark of a directory record.
    private func declaring(_ size: UInt32, at offset: Int) -> Data {
        var data = files.paper
        let mark = Data([0x50, 0x4b, 0x01, 0x02])
        var start = data.startIndex
        while let record = data.range(of: mark, in: start..<data.endIndex) {
            let place = record.lowerBound + offset
            for byte in 0..<4 { data[place + byte] = UInt8(truncatingIfNeeded: size >> (8 * UInt32(byte))) }
            start = record.upperBound
        }
        return data
    }

    var all: [Attack] {
        let files = files
        return [
            Attack("条目名跳出压缩包（zip slip）", "an entry that leaves the archive (zip slip)", foundBy: "ARCHIVE_NAME_REFUSED")
            {
                try files.openPaper(files.paper.replacing("exam.json", with: "../x.json"))
            },
            Attack("条目名中夹带 ..", "a name with .. in it", foundBy: "ARCHIVE_NAME_REFUSED") {
                try files.openPaper(files.paper.replacing("candidates.cms", with: "forms/../A.cms"))
            },
            Attack("重复条目", "an entry twice", foundBy: "ARCHIVE_NAME_REFUSED") {
                try files.openPaper(files.paper.replacing("release.cms", with: "grading.cms"))
            },
            Attack("声明解压后 4 GB", "4 GB declared when unpacked", foundBy: "ARCHIVE_TOO_LARGE") {
                try files.openPaper(declaring(0xffff_fff0, at: 24))
            },
            Attack("声明压缩后 2 GB", "2 GB declared when packed", foundBy: "refused") {
                try files.openPaper(declaring(0x7fff_ffff, at: 20)) == nil ? nil : "refused"
            },
        ]
    }
}

extension Data {
    /// With every occurrence of a name replaced by another of the same length.
    fileprivate func replacing(_ old: String, with new: String) -> Data {
        var data = self
        let (old, new) = (Data(old.utf8), Data(new.utf8))
        while let range = data.range(of: old) { data.replaceSubrange(range, with: new) }
        return data
    }
}
