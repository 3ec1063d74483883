import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

extension PaperPackage {
    /// Who may sit where at this site, with which form. Refuses the key of a site that the paper is not for (WRONG_KEY).
    package func candidates(site: Credential) throws(Refusal) -> [SeatAssignment] {
        let name = PartName.candidates(of: self.site(with: site.certificate) ?? sites[0])
        return try read([SeatAssignment].self, from: content(of: name, in: decrypt(name, with: site)), part: name)
    }

    /// What the caller of ``seal(_:office:supervision:sites:grading:trusting:at:to:)`` gave for grading.
    package func gradingPart(grading: Credential) throws(Refusal) -> Data {
        try content(of: PartName.grading, in: gradingBytes(grading: grading))
    }

    /// What ``PaperManifest/commitment(of:)`` of the grading part is the hash of.
    package func gradingBytes(grading: Credential) throws(Refusal) -> Data {
        try decrypt(PartName.grading, with: grading)
    }

    /// A form, in the clear, once a release allows it.
    ///
    /// Refuses: WRONG_PAPER (a release for another paper, or of another authority), RELEASE_TOO_EARLY, WRONG_KEY.
    package func openForm(
        _ form: FormID, release: Release, site: Credential, now: Date
    ) throws(Refusal) -> FormContent {
        let name = PartName.form(form)
        let bytes = try formBytes(form, release: release, site: site, now: now)
        let opened = try read(FormContent.self, from: content(of: name, in: bytes), part: name)
        guard opened.id == form else { throw .inconsistent(name, of: file) }
        return opened
    }

    /// What ``PaperManifest/commitment(of:)`` of the form's part is the hash of.
    package func formBytes(_ form: FormID, release: Release, site: Credential, now: Date) throws(Refusal) -> Data {
        try checkRelease(release, now: now)
        let name = PartName.form(form)
        return try unlock(withoutSiteLayer(name, site), of: name, with: release.key)
    }

    /// A form under the release key alone: the envelope to all sites is off.
    func withoutSiteLayer(_ name: String, _ site: Credential) throws(Refusal) -> Data {
        try decrypt(name, with: site, among: sites.compactMap { certificates[$0] })
    }

    /// Refuses a release for another paper or of another authority (WRONG_PAPER), and one before its time.
    package func checkRelease(_ release: Release, now: Date) throws(Refusal) {
        guard release.document.reference == reference, release.trust.authority == trust.authority else {
            throw .otherPaper(Place(file: release.file))
        }
        guard now >= release.document.notBefore else { throw release.tooEarly() }
    }

    /// - Parameter recipients: everybody that the part was encrypted to; nil for nobody else.
    func decrypt(
        _ name: String, with credential: Credential, among recipients: [Certificate]? = nil
    ) throws(Refusal) -> Data {
        do throws(Refusal) {
            return try Envelope.decrypt(
                part(name), with: credential, among: recipients ?? [credential.certificate])
        } catch {
            throw error.inPart(name, of: file)
        }
    }

    func read<Value: Codable>(_ type: Value.Type, from data: Data, part: String) throws(Refusal) -> Value {
        try CanonicalJSON.decode(type, from: data, at: Place(file: "\(file): \(part)"))
    }

    /// Takes nonce and padding off, and holds the rest against the manifest. Version 1 had none of that.
    private func content(of name: String, in data: Data) throws(Refusal) -> Data {
        guard manifest.version > 1 else { return data }
        if let commitment = manifest.commitment(of: name), Digest(of: data) != commitment {
            throw .inconsistent(name, of: file)
        }
        return try SealedContent.unwrap(data, part: name, of: file)
    }

    private func unlock(_ data: Data, of name: String, with key: ContentKey) throws(Refusal) -> Data {
        do throws(Refusal) {
            return try Envelope.decrypt(data, with: key)
        } catch {
            throw error.inPart(name, of: file)
        }
    }
}

extension PaperManifest {
    /// A form or grading part that was opened to everybody: what it holds, once its bytes are those that this manifest
    /// committed to. Refuses other bytes as PART_CHANGED.
    package func openedContent(of part: String, in data: Data) throws(Refusal) -> Data {
        guard Digest(of: data) == commitment(of: part) else { throw .partChanged(part, of: PartName.manifest) }
        return try SealedContent.unwrap(data, part: part, of: PartName.manifest)
    }
}

extension Refusal {
    static func otherPaper(_ place: Place) -> Refusal {
        Refusal(
            .wrongPaper, at: place, "这个文件属于另一份试卷包，请取用与本试卷包配套的文件。",
            "This file belongs to another paper; get the one that was made for this paper.")
    }
}
