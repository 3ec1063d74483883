import Foundation

/// A compound file ([MS-CFB] version 3 and 4): the container of legacy office files. Everything is read within the bounds
/// of the file, and a chain that runs in a ring ends.
struct CompoundFile {
    static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private struct Stream {
        let name: String
        let start: Int
        let size: Int
    }

    private let bytes: Bytes
    private let sectorSize: Int
    private var table: [UInt32] = []
    private var smallTable: [UInt32] = []
    private var smallContent: [UInt8] = []
    private var streams: [Stream] = []
    private let smallSectorSize: Int
    private let smallLimit: Int

    /// `nil` when the header, the directory or a chain makes no sense.
    init?(_ data: [UInt8]) {
        bytes = Bytes(data)
        guard data.starts(with: Self.magic), let shift = bytes.uint16(30), (9...12).contains(shift),
            let smallShift = bytes.uint16(32), smallShift <= shift, smallShift > 2, let limit = bytes.uint32(56)
        else { return nil }
        (sectorSize, smallSectorSize, smallLimit) = (1 << shift, 1 << smallShift, limit)
        guard let sectors = allocationSectors() else { return nil }
        for sector in sectors { table += words(of: sector) }
        guard let directoryStart = bytes.uint32(48), let directory = chain(from: directoryStart, in: table),
            let smallStart = bytes.uint32(60)
        else { return nil }
        smallTable = (chain(from: smallStart, in: table) ?? []).flatMap { words(of: $0) }
        readDirectory(directory.flatMap { content(of: $0) })
    }

    /// The content of the stream `name`.
    subscript(name: String) -> [UInt8]? {
        guard let stream = streams.first(where: { $0.name == name }) else { return nil }
        let isSmall = stream.size < smallLimit
        guard let sectors = chain(from: stream.start, in: isSmall ? smallTable : table) else { return nil }
        var result: [UInt8] = []
        for sector in sectors where result.count < stream.size {
            if isSmall {
                let start = sector * smallSectorSize
                guard start < smallContent.count else { return nil }
                result += smallContent[start..<min(start + smallSectorSize, smallContent.count)]
            } else {
                result += content(of: sector)
            }
        }
        return Array(result.prefix(stream.size))
    }

    private mutating func readDirectory(_ directory: [UInt8]) {
        let entries = Bytes(directory)
        for start in stride(from: 0, to: directory.count - 127, by: 128) {
            guard let kind = entries.uint8(start + 66), kind == 2 || kind == 5, let length = entries.uint16(start + 64),
                (2...64).contains(length), let first = entries.uint32(start + 116),
                let size = entries.uint32(start + 120)
            else { continue }
            if kind == 5 {
                let sectors = chain(from: first, in: table) ?? []
                smallContent = Array(sectors.flatMap { content(of: $0) }.prefix(size))
            } else {
                let name = entries.utf16(start, count: length / 2 - 1) ?? ""
                streams.append(Stream(name: name, start: first, size: min(size, bytes.count)))
            }
        }
    }

    /// The sectors of the allocation table: 109 in the header, the rest in a chain of their own.
    private func allocationSectors() -> [Int]? {
        var sectors = (0..<109).compactMap { bytes.uint32(76 + 4 * $0) }.filter { $0 < 0xFFFF_FFFA }
        guard var next = bytes.uint32(68) else { return nil }
        var seen: Set<Int> = []
        while next < 0xFFFF_FFFA {
            guard seen.insert(next).inserted else { return nil }
            let words = words(of: next).map(Int.init)
            guard let link = words.last else { return nil }
            sectors += words.dropLast().filter { $0 < 0xFFFF_FFFA }
            next = link
        }
        let limit = bytes.count / sectorSize + 1
        return sectors.count <= limit ? sectors : nil
    }

    /// The sectors from `start` to the end of their chain; `nil` for a ring or a way out of the file.
    private func chain(from start: Int, in table: [UInt32]) -> [Int]? {
        var sectors: [Int] = []
        var next = start
        while next < 0xFFFF_FFFA {
            guard next < table.count, sectors.count <= table.count else { return nil }
            sectors.append(next)
            next = Int(table[next])
        }
        return sectors
    }

    private func content(of sector: Int) -> ArraySlice<UInt8> {
        bytes.slice((sector + 1) * sectorSize, count: sectorSize)
    }

    private func words(of sector: Int) -> [UInt32] {
        let content = Bytes(Array(content(of: sector)))
        return stride(from: 0, to: content.count - 3, by: 4).compactMap { content.uint32($0).map { UInt32($0) } }
    }
}
