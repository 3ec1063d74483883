import ExamModel
import Foundation
import Ledger
import Sealing

extension Audit {
    /// Every line is signed by a role that may do what it says and chained to the line before, and every hash noted
    /// elsewhere is there.
    mutating func ledger() throws(Refusal) -> Bilingual {
        guard reading.faults.isEmpty else {
            throw Refusal(reading.faults.map { $0.finding(in: Ledger.fileName) })
        }
        guard !reading.lines.isEmpty else {
            throw Self.mismatch(Ledger.fileName, "账本是空的或不见了", "the ledger is empty or gone")
        }
        office.known.account = try Account(of: office, reading, trusting: trust)
        let known = Set(reading.digests)
        for head in heads where !known.contains(head) {
            throw Self.mismatch(
                Ledger.fileName, "别处记下的账本末行 \(head) 不在这本账里：账本被截短，或者是另一本",
                "the head \(head), noted elsewhere, is not in this ledger: it was cut off, or it is another one")
        }
        return Bilingual(
            "\(reading.lines.count) 行，逐行签名有效、首尾相接；末行 \(reading.head)"
                + (heads.isEmpty ? "" : "；别处记下的 \(heads.count) 个末行都在"),
            "\(reading.lines.count) lines, each signed and chained; head \(reading.head)"
                + (heads.isEmpty ? "" : "; all \(heads.count) heads noted elsewhere are in it"))
    }

    /// Every file that a stage left is what the ledger says. A bundle for everybody leaves those out that tell a secret.
    func files() throws(Refusal) -> Bilingual {
        var last: [String: (digest: Digest, line: Int)] = [:]
        let lastReport = lastLine(of: .report)?.sequence
        // Reports are put in place together; those that were made before are gone, perhaps with a language.
        for line in reading.lines where line.action != .report || line.sequence == lastReport {
            for artifact in line.outputs { last[artifact.name] = (artifact.sha256, line.sequence) }
        }
        let expectations = last.sorted { $0.key < $1.key }
        let digests = expectations.map(\.key).concurrentMap(
            progress: { office.console.progress(Bilingual("文件", "files"), $0, of: expectations.count) },
            { name in
                let file = folder.url.appending(path: name)
                guard FileManager.default.fileExists(atPath: file.path) else {
                    return Result<Digest?, Refusal>.success(nil)
                }
                return Result { () throws(Refusal) in try office.digest(of: file) }
            })
        var (sound, absent) = (0, 0)
        for ((name, expected), digest) in zip(expectations, digests) {
            guard let digest = try digest.get() else {
                guard folder.isPublic, folder.isSecret(name) else {
                    throw Self.mismatch(
                        name, "账本第 \(expected.line) 行写下的文件不见了",
                        "line \(expected.line) of the ledger wrote this file; it is gone")
                }
                absent += 1
                continue
            }
            guard digest == expected.digest else {
                throw Self.mismatch(
                    name, "与账本第 \(expected.line) 行记录的散列不一致：文件被改动过",
                    "not what line \(expected.line) of the ledger says: it was changed")
            }
            sound += 1
        }
        return Bilingual(
            "\(sound) 个文件与账本逐一相符" + (absent > 0 ? "，\(absent) 个不公开" : ""),
            "\(sound) files are what the ledger says" + (absent > 0 ? "; \(absent) are not published" : ""))
    }
}
