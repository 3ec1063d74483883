import CanonicalJSON
import ExamModel
import Foundation
import Sealing

/// The parts of a new paper, those that are secret encrypted to whom they are for, in sizes that tell nothing.
struct PaperParts {
    private(set) var data: [String: Data] = [:]
    /// Hashes of what will be opened to everybody after the exam, by the part's name.
    private(set) var commitments: [String: Digest] = [:]
    private let recipients: [Holder: Certificate]

    /// Encrypted contents are a multiple of so many bytes, all forms of a paper the same.
    private static let step = 4 << 10

    init(_ contents: PaperContents, for recipients: [Holder: Certificate]) throws(Refusal) {
        self.recipients = recipients
        for (holder, certificate) in recipients {
            data[PartName.certificate(of: holder)] = try certificate.pem()
        }
        data[PartName.exam] = try CanonicalJSON.encode(ExamNotice(contents.exam))
        let sites = Holder.all(.site, at: contents.exam.sites)
        try addSeating(contents.seating, of: sites)
        try addForms(contents.forms, to: sites)
        try addGrading(contents.grading)
    }

    /// The entries of the manifest, sorted by name.
    var entries: [PackagePart] {
        data.map { PackagePart(name: $0.key, data: $0.value, content: commitments[$0.key]) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// To each site its own candidates, in envelopes of one size.
    private mutating func addSeating(
        _ seating: [Holder: [SeatAssignment]], of sites: [Holder]
    ) throws(Refusal) {
        var spelled: [Data] = []
        for site in sites { spelled.append(try CanonicalJSON.encode(seating[site] ?? [])) }
        for (site, content) in zip(sites, try SealedContent.wrap(spelled, step: Self.step)) {
            data[PartName.candidates(of: site)] = try encrypt(content, to: [site])
        }
    }

    /// Each form under the release key and that to the sites; the release key to supervision and that to the office.
    private mutating func addForms(_ forms: [FormContent], to sites: [Holder]) throws(Refusal) {
        let key = try ContentKey.random()
        var spelled: [Data] = []
        for form in forms { spelled.append(try CanonicalJSON.encode(form)) }
        for (form, content) in zip(forms, try SealedContent.wrap(spelled, step: Self.step)) {
            let name = PartName.form(form.id)
            data[name] = try encrypt(Envelope.encrypt(content, under: key), to: sites)
            commitments[name] = Digest(of: content)
        }
        let sealedKey = try encrypt(CanonicalJSON.encode(ReleaseKey(key)), to: [Holder(.supervision)])
        data[PartName.releaseKey] = try encrypt(sealedKey, to: [Holder(.office)])
    }

    private mutating func addGrading(_ grading: Data) throws(Refusal) {
        let content = try SealedContent.wrap(grading, step: Self.step)
        data[PartName.grading] = try encrypt(content, to: [Holder(.grading)])
        commitments[PartName.grading] = Digest(of: content)
    }

    private func encrypt(_ data: Data, to holders: [Holder]) throws(Refusal) -> Data {
        if let unknown = holders.first(where: { recipients[$0] == nil }) {
            throw .partMissing(PartName.certificate(of: unknown), of: PartName.manifest)
        }
        return try Envelope.encrypt(data, to: holders.compactMap { recipients[$0] })
    }
}
