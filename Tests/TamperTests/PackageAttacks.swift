import Dispatch
import ExamModel
import ExamPackage
import ExamTestSupport
import Foundation
import Sealing
import Synchronization

/// Against a sealed paper, its release and sealed answers.
struct PackageAttacks {
    private let files: SealedFiles
    private let other: SealedFiles

    init() throws {
        files = try SealedFiles()
        other = try SealedFiles()
    }

    var all: [Attack] { flips + cuts + exchanges + signatures }

    /// Nil when an attempt on one of the positions went through.
    private func everyOne(of count: Int, step: Int = 1, _ attempt: @Sendable (Int) throws -> String?) throws -> String?
    {
        let missed = Mutex(0)
        let positions = Array(stride(from: 0, to: count, by: step))
        DispatchQueue.concurrentPerform(iterations: positions.count) { index in
            let found = try? attempt(positions[index])
            if found.flatMap(\.self) == nil { missed.withLock { $0 += 1 } }
        }
        return missed.withLock { $0 } == 0 ? "refused" : nil
    }

    private func flip(_ data: Data, _ open: @Sendable (Data) throws -> String?) throws -> String? {
        try everyOne(of: data.count) { position in
            var flipped = data
            flipped[position] ^= 1 << (position % 8)
            return try open(flipped)
        }
    }

    private var flips: [Attack] {
        let files = files
        return [
            Attack("试卷包逐字节各改一位", "one bit of each byte of a paper changed", foundBy: "refused") {
                try flip(files.paper) { try files.openPaper($0) }
            },
            Attack("启封文件逐字节各改一位", "one bit of each byte of a release changed", foundBy: "refused") {
                try flip(files.release) { try files.openRelease($0) }
            },
            Attack("答卷包逐字节各改一位", "one bit of each byte of answers changed", foundBy: "refused") {
                try flip(files.answers) { try files.openAnswers($0) }
            },
            Attack("作废通知逐字节各改一位", "one bit of each byte of a revocation changed", foundBy: "refused") {
                try flip(files.notice) { try files.openNotice($0) }
            },
            Attack("启封文字每个字符各改一个", "each character of a release text changed", foundBy: "refused") {
                let text = Data(files.text.utf8)
                let places = text.indices.filter { text[$0] > UInt8(ascii: "-") }
                return try everyOne(of: places.count) { index in
                    var changed = text
                    changed[places[index]] =
                        text[places[index]] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
                    return try files.openText(changed)
                }
            },
        ]
    }

    private var cuts: [Attack] {
        let files = files
        return [
            Attack("试卷包截短（每 7 字节一处）", "a paper cut off, at every 7th byte", foundBy: "refused") {
                try everyOne(of: files.paper.count, step: 7) { try files.openPaper(files.paper.prefix($0)) }
            },
            Attack("启封文件截短（每处）", "a release cut off, anywhere", foundBy: "refused") {
                try everyOne(of: files.release.count) { try files.openRelease(files.release.prefix($0)) }
            },
            Attack("答卷包截短（每处）", "answers cut off, anywhere", foundBy: "refused") {
                try everyOne(of: files.answers.count) { try files.openAnswers(files.answers.prefix($0)) }
            },
            Attack("试卷包末尾加一字节", "a byte added to a paper", foundBy: "PACKAGE_NOT_EXACT") {
                try files.openPaper(files.paper + [0])
            },
        ]
    }

    private func swap(_ name: String) throws -> String? {
        try files.openPaper(
            SealedFiles.replacing(name, in: files.paper, with: SealedFiles.entry(name, of: other.paper)))
    }

    private var exchanges: [Attack] {
        [
            Attack("换入另一份试卷包的题面", "the form of another paper put in", foundBy: "PART_CHANGED") {
                try swap("forms/A.cms")
            },
            Attack("换入另一份试卷包的答案", "the keys of another paper put in", foundBy: "PART_CHANGED") {
                try swap("grading.cms")
            },
            Attack("换入另一场考试的证书", "certificates of another exam put in", foundBy: "PART_CHANGED") {
                try swap("certificates/site.pem")
            },
            Attack("用另一份试卷包的启封文件（旧启封重放）", "the release of another paper replayed", foundBy: "WRONG_PAPER") {
                let another = try files.sample.resealed()
                return try Attack.refusal {
                    let release = try Release.open(
                        files.release, named: "paper.kcr", trusting: files.sample.authority.trust)
                    try another.checkRelease(release, now: release.document.notBefore)
                }
            },
            Attack("交来另一份试卷包的答卷", "answers to another paper handed in", foundBy: "WRONG_PAPER") {
                let another = try files.sample.resealed()
                return try Attack.refusal {
                    _ = try AnswerPackage.read(
                        files.answers, trusting: files.sample.authority.trust, of: another.reference)
                }
            },
            Attack("启封时间未到就打开", "opened before its time", foundBy: "RELEASE_TOO_EARLY") {
                try Attack.refusal {
                    let release = try Release.open(
                        files.release, named: "paper.kcr", trusting: files.sample.authority.trust)
                    try files.sample.paper.checkRelease(
                        release, now: release.document.notBefore.addingTimeInterval(-1))
                }
            },
        ]
    }

    private func signed(_ name: String, _ archive: Data, document: String, by signer: Credential) throws -> Data {
        let signature = try Signature.sign(
            SealedFiles.entry(document, of: archive), by: signer, at: SealedFiles.day)
        return try SealedFiles.replacing(name, in: archive, with: signature)
    }

    private var signatures: [Attack] {
        let keys = files.sample.authority
        return [
            Attack("去掉监督组的签名", "supervision's signature stripped", foundBy: "PART_MISSING") {
                try files.openPaper(
                    SealedFiles.replacing("signatures/supervision.p7s", in: files.paper, with: nil))
            },
            Attack("考务组一人签两份", "the office signs for supervision too", foundBy: "CERTIFICATE_WRONG_PURPOSE") {
                try files.openPaper(
                    signed("signatures/supervision.p7s", files.paper, document: "manifest.json", by: keys[.office]))
            },
            Attack("第三方重签试卷包", "a paper signed again by a third party", foundBy: "CERTIFICATE_UNTRUSTED") {
                try files.openPaper(
                    signed(
                        "signatures/office.p7s", files.paper, document: "manifest.json",
                        by: other.sample.authority[.office]))
            },
            Attack("第三方重签启封文件", "a release signed again by a third party", foundBy: "CERTIFICATE_UNTRUSTED") {
                try files.openRelease(
                    signed(
                        "signatures/office.p7s", files.release, document: "release.json",
                        by: other.sample.authority[.office]))
            },
            Attack("考点作废试卷（无权）", "a site revokes a paper, which it may not", foundBy: "CERTIFICATE_WRONG_PURPOSE") {
                try files.openNotice(
                    signed("signatures/office.p7s", files.notice, document: "revocation.json", by: keys[.site]))
            },
            Attack("第三方作废试卷", "a third party revokes a paper", foundBy: "CERTIFICATE_UNTRUSTED") {
                try files.openNotice(
                    signed(
                        "signatures/office.p7s", files.notice, document: "revocation.json",
                        by: other.sample.authority[.office]))
            },
            Attack("启封文字用于另一份试卷包", "a release text for another paper", foundBy: "RELEASE_TEXT") {
                let another = try files.sample.resealed()
                return try files.openText(Data(files.text.utf8), for: another)
            },
            Attack("阅卷组代考点重签答卷", "answers signed again by grading", foundBy: "CERTIFICATE_WRONG_PURPOSE") {
                try files.openAnswers(
                    signed("signatures/site.p7s", files.answers, document: "answers.json", by: keys[.grading]))
            },
            Attack("交卷后换一个答案（重新加密）", "an answer exchanged after hand-in, encrypted again", foundBy: "PART_CHANGED") {
                let forged = try SealedFiles.answers(of: files.sample, ticket: 1, changing: "2")
                return try files.openAnswers(
                    SealedFiles.replacing(
                        "sheets.cms", in: files.answers, with: SealedFiles.entry("sheets.cms", of: forged)))
            },
            Attack("两名考生的答卷对换", "two candidates' sheets swapped", foundBy: "PART_CHANGED") {
                let second = try SealedFiles.answers(of: files.sample, ticket: 2)
                return try files.openAnswers(
                    SealedFiles.replacing(
                        "sheets.cms", in: files.answers, with: SealedFiles.entry("sheets.cms", of: second)))
            },
        ]
    }
}
