import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

/// Sealed answers (答卷包, `.kca`), opened as far as everybody may: who signed them, how many sheets there are, and the
/// hash of each. The sheets themselves open with grading's key. See `docs/Formats.md`.
package struct AnswerPackage: Sendable {
    /// ``AnswerSheet/digest`` of every sheet. Empty in version 1, which hid them.
    package let receipts: [Digest]
    /// When it was sealed. Nil in version 1, which hid it.
    package let created: Date?
    /// The site. Nil in version 1, which hid it.
    package let signer: Certificate?
    private let paper: PaperReference
    private let trust: Trust
    private let file: String
    private let envelope: Data
    /// Written in the first version of the format, of which nobody but grading can tell anything.
    package let isFirstVersion: Bool

    /// The sheets of everybody who sat, in a multiple of so many bytes.
    private static let step = 2 << 10

    /// Seals sheets: signed by the site, encrypted to grading.
    ///
    /// Refuses sheets of another exam (PACKAGE_INCONSISTENT), and certificates of other roles.
    package static func seal(
        _ sheets: [AnswerSheet], of paper: PaperReference, site: Credential, grading: Certificate, at date: Date
    ) throws(Refusal) -> Data {
        try check(sheets, of: paper, at: Place())
        guard site.purpose == .site, grading.purpose == .grading else {
            throw Refusal(
                .certificateWrongPurpose, "答卷由考点签名、加密给阅卷组，请检查所用的证书。",
                "Answers are signed by the site and encrypted to grading; check the certificates.")
        }
        let content = try SealedContent.wrap(CanonicalJSON.encode(sheets), step: step)
        let envelope = try Envelope.encrypt(content, to: grading)
        let manifest = AnswerManifest(
            of: paper, receipts: try digests(of: sheets), part: PackagePart(name: PartName.sheets, data: envelope),
            created: date)
        return try SignedContainer(
            CanonicalJSON.encode(manifest), named: PartName.answers, parts: [PartName.sheets: envelope],
            signedBy: [site], at: date, file: PartName.answers
        ).bytes()
    }

    /// Reads answers without opening the sheets. The site's certificate must have been valid when they were sealed.
    ///
    /// Refuses: WRONG_PAPER, FORMAT_UNKNOWN, VERSION_UNKNOWN, PACKAGE_INCONSISTENT, PART_CHANGED, and what ``Signature``
    /// and archives refuse. Of version 1 nothing can be checked yet.
    package static func read(
        _ data: Data, named file: String = "answers.kca", trusting trust: Trust, of paper: PaperReference
    ) throws(Refusal) -> AnswerPackage {
        guard !AnswerDocument.isEnvelope(data) else { return AnswerPackage(firstVersion: data, file, trust, paper) }
        let container = try SignedContainer(data, named: PartName.answers, signers: [.site], file: file)
        let manifest = try AnswerManifest.read(container.document, of: file)
        let signers = try container.signers(trusting: trust, at: manifest.created)
        guard manifest.reference == paper else { throw Refusal.otherPaper(Place(file: file)) }
        guard container.parts.keys.elementsEqual([PartName.sheets]), let envelope = container.parts[PartName.sheets],
            manifest.part == PackagePart(name: PartName.sheets, data: envelope)
        else { throw .partChanged(PartName.sheets, of: file) }
        return AnswerPackage(manifest, envelope: envelope, signer: signers[.site], file, trust)
    }

    /// The sheets. Refuses what ``Envelope`` refuses, and sheets that are not those whose hashes the site signed.
    package func sheets(grading: Credential) throws(Refusal) -> [AnswerSheet] {
        guard !isFirstVersion else {
            return try AnswerDocument.open(envelope, named: file, grading: grading, trusting: trust, of: paper)
                .sheets
        }
        let content: Data
        do throws(Refusal) {
            content = try Envelope.decrypt(envelope, with: grading)
        } catch {
            throw error.inPart(PartName.sheets, of: file)
        }
        return try sheets(opened: SealedContent.unwrap(content, part: PartName.sheets, of: file))
    }

    /// The sheets from bytes that were opened by somebody else: a JSON array. Refuses sheets that are not those whose
    /// hashes the site signed.
    package func sheets(opened json: Data) throws(Refusal) -> [AnswerSheet] {
        let place = Place(file: "\(file): \(PartName.sheets)")
        let sheets = try CanonicalJSON.decode([AnswerSheet].self, from: json, at: place)
        try Self.check(sheets, of: paper, at: place)
        guard try Self.digests(of: sheets) == receipts else { throw .inconsistent(PartName.sheets, of: file) }
        return sheets
    }

    private init(
        _ manifest: AnswerManifest, envelope: Data, signer: Certificate?, _ file: String, _ trust: Trust
    ) {
        self.signer = signer
        receipts = manifest.receipts
        created = manifest.created
        paper = manifest.reference
        self.envelope = envelope
        self.file = file
        self.trust = trust
        isFirstVersion = false
    }

    private init(firstVersion data: Data, _ file: String, _ trust: Trust, _ paper: PaperReference) {
        receipts = []
        signer = nil
        created = nil
        self.paper = paper
        envelope = data
        self.file = file
        self.trust = trust
        isFirstVersion = true
    }

    private static func digests(of sheets: [AnswerSheet]) throws(Refusal) -> [Digest] {
        var digests: [Digest] = []
        for sheet in sheets { digests.append(try sheet.digest) }
        return digests
    }

    static func check(_ sheets: [AnswerSheet], of paper: PaperReference, at place: Place) throws(Refusal) {
        if let stray = sheets.first(where: { $0.exam != paper.exam }) {
            throw Refusal(
                .packageInconsistent, at: place, "准考证号 \(stray.ticket) 的答卷属于另一场考试 \(stray.exam)。",
                "The sheet of \(stray.ticket) belongs to another exam, \(stray.exam).")
        }
    }
}
