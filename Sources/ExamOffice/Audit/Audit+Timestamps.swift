import ExamModel
import Foundation
import Ledger
import Sealing

extension Audit {
    /// A line that says it was written later than a third party saw it is wrong about its time, but for this many seconds.
    private static let clockTolerance = 300.0

    /// Every time stamp was signed by an authority that is trusted, over a line that stands before it in this ledger and
    /// is not younger than the stamp.
    func timestamps() throws(Refusal) -> Bilingual {
        let digests = Dictionary(reading.digests.enumerated().map { ($1, reading.lines[$0]) }) { first, _ in first }
        var stamped: [(line: LedgerLine, time: Date)] = []
        var keys: Set<Digest> = []
        for line in reading.lines where line.action == .timestamp {
            for name in line.outputs.map(\.name) where name.hasSuffix(ExamFolder.timestampSuffix) {
                let file = folder.url.appending(path: name)
                let stamp = try TimeStamp(contentsOf: file)
                let anchors = try authorities(of: file)
                try stamp.verify(trusting: anchors)
                keys.formUnion(anchors.map(\.fingerprint))
                guard let of = digests[stamp.imprint], of.sequence < line.sequence,
                    line.note[Office.stampedLine] == "\(of.sequence)"
                else {
                    throw Self.mismatch(name, "时间戳盖的不是本账本此前的任何一行", "this is no stamp of an earlier line of this ledger")
                }
                guard of.time <= stamp.time.addingTimeInterval(Self.clockTolerance) else {
                    throw Self.mismatch(
                        Ledger.fileName, line: of.sequence, "时间戳证明本行在 \(stamp.time.ISO8601Format()) 已经存在，它写明的时间却更晚",
                        "by its stamp this line existed at \(stamp.time.ISO8601Format()), and it says that it is younger"
                    )
                }
                stamped.append((of, stamp.time))
            }
        }
        return words(stamped, keys)
    }

    private func authorities(of stamp: URL) throws(Refusal) -> [Certificate] {
        if let timestampAuthorities { return timestampAuthorities }
        return try Office.timestampAuthorities(folder.timestampAuthority(of: stamp))
    }

    private func words(_ stamped: [(line: LedgerLine, time: Date)], _ authorities: Set<Digest>) -> Bilingual {
        guard let last = stamped.max(by: { $0.line.sequence < $1.line.sequence }) else {
            return Bilingual("没有时间戳", "no time stamps")
        }
        let keys = authorities.map(\.description).sorted().joined(separator: "、")
        let isGiven = timestampAuthorities != nil
        return Bilingual(
            "\(stamped.count) 个时间戳有效；第 \(last.line.sequence) 行和以前各行在 \(last.time.ISO8601Format()) 已经存在"
                + (isGiven ? "" : "。时间戳机构的证书取自本文件夹，请与机构公布的指纹核对，或用 --timestamp-authority 给出：\(keys)"),
            "\(stamped.count) time stamps hold; line \(last.line.sequence) and all before it existed at "
                + last.time.ISO8601Format()
                + (isGiven
                    ? ""
                    : ". Their authority's certificate is the folder's: compare its fingerprint with the one made public, or give it "
                        + "by --timestamp-authority: \(keys)"))
    }
}
