import CanonicalJSON
package import ExamModel
import Foundation
import Sealing

/// A release as a text that can be typed, read out over a telephone or put into a QR code (启封文字): what a site that
/// has the paper cannot compute itself, which is times, replacements, the ledger's head, the key and both signature
/// values. From it and the paper comes the release file, to the byte. See `docs/Formats.md`.
package struct ReleaseText: Hashable, Sendable {
    private static let version: UInt8 = 1
    private static let prefix = 4

    /// Some two dozen lines of 27 characters.
    package let lines: [String]

    /// Refuses a release for another paper (WRONG_PAPER), and one that this text does not give again, such as one that
    /// was signed with certificates that were renewed after the seal (RELEASE_TEXT).
    package init(_ release: Release, of paper: PaperPackage) throws(Refusal) {
        let document = release.document
        guard document.reference == paper.reference else { throw .otherPaper(Place(file: release.file)) }
        guard document.version == ReleaseDocument.version, let ledger = document.ledgerSha256,
            let key = Hexadecimal.bytes(of: document.key)
        else { throw Self.notText(release.file) }
        var data = Data([Self.version] + paper.digest.bytes.prefix(Self.prefix))
        for date in [document.created, document.session.start, document.notBefore] { data += Self.bytes(of: date) }
        data += ledger.bytes + key
        let forms = (document.replacements ?? [:]).sorted { $0.key < $1.key }
        data.append(UInt8(forms.count))
        for text in forms.flatMap({ [$0.key, $0.value] }) { data += [UInt8(text.utf8.count)] + Array(text.utf8) }
        for signer in PartName.signers {
            let value = try Signature.value(of: release.signature(of: signer))
            data += [UInt8(value.count)] + value
        }
        lines = TypedBytes.lines(of: data)
        let again = try Release.open(typed: lines.joined(separator: "\n"), named: release.file, for: paper)
        guard again.bytes == release.bytes else { throw Self.notText(release.file) }
    }

    /// Six bytes, the highest first: seconds since 1970.
    private static func bytes(of date: Date) -> [UInt8] {
        let seconds = UInt64(max(0, date.timeIntervalSince1970))
        return (0..<6).map { UInt8(truncatingIfNeeded: seconds >> (40 - 8 * UInt64($0))) }
    }

    private static func notText(_ file: String) -> Refusal {
        Refusal(
            .releaseText, at: Place(file: file), "这份启封文件不能写成文字（封卷后换发过证书，或是旧版格式），请用文件传送。",
            "this release cannot be written as text (certificates were renewed since the seal, or an old version); send the file."
        )
    }

    /// The release file that the bytes of a text stand for; nil when they are not built like one.
    static func file(from data: Data, for paper: PaperPackage) throws(Refusal) -> Data? {
        var reader = ByteReader(data)
        guard reader.byte() == version, reader.bytes(prefix) == Array(paper.digest.bytes.prefix(prefix)),
            let created = reader.date(), let start = reader.date(), let notBefore = reader.date(),
            let ledger = reader.bytes(Digest.byteCount).flatMap({ Digest(text: Hexadecimal.text(of: $0)) }),
            let key = reader.bytes(ContentKey.byteCount).flatMap({ ContentKey(hexadecimal: Hexadecimal.text(of: $0)) }),
            let count = reader.byte()
        else { return nil }
        var replacements: [FormID: FormID] = [:]
        for _ in 0..<count {
            guard let form = reader.text(), let substitute = reader.text() else { return nil }
            replacements[FormID(form)] = FormID(substitute)
        }
        let terms = ReleaseTerms(
            session: paper.exam.session.starting(at: start), notBefore: notBefore, replacements: replacements,
            ledger: ledger)
        let document = try CanonicalJSON.encode(
            ReleaseDocument(paper.reference, terms: terms, created: created, key: ReleaseKey(key)))
        var signatures: [Purpose: Data] = [:]
        for signer in PartName.signers {
            guard let value = reader.counted(), let certificate = paper.certificates[Holder(signer)] else { return nil }
            signatures[signer] = try Signature.assembled(
                around: Data(value), by: certificate, over: document, at: created)
        }
        guard reader.isAtEnd else { return nil }
        return try SignedContainer(document, named: PartName.release, signatures: signatures).bytes()
    }
}
