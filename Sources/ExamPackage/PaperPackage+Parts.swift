import CanonicalJSON
package import ExamModel
package import Foundation
package import Sealing

extension PaperPackage {
    /// Who may sit where, with which form.
    package func candidates(site: Credential) throws(Refusal) -> [SeatAssignment] {
        try read([SeatAssignment].self, from: decrypt(PartName.candidates, with: site), part: PartName.candidates)
    }

    /// What the caller of ``seal(_:office:supervision:site:grading:trusting:at:to:)`` gave for grading.
    package func gradingPart(grading: Credential) throws(Refusal) -> Data {
        try decrypt(PartName.grading, with: grading)
    }

    /// The forms, in the clear, once a release allows it.
    ///
    /// Refuses: WRONG_PAPER (a release for another paper, or of another authority), RELEASE_TOO_EARLY, WRONG_KEY.
    package func openForms(
        release: Release, site: Credential, now: Date
    ) throws(Refusal) -> [FormID: FormContent] {
        guard release.document.reference == reference, release.trust.authority == trust.authority else {
            throw .otherPaper(Place(file: release.file))
        }
        guard now >= release.document.notBefore else { throw release.tooEarly() }
        var contents: [FormID: FormContent] = [:]
        for form in forms {
            let name = PartName.form(form)
            let locked = try decrypt(name, with: site)
            let content = try read(FormContent.self, from: unlock(locked, of: name, with: release.key), part: name)
            guard content.id == form else { throw .inconsistent(name, of: file) }
            contents[form] = content
        }
        return contents
    }

    func decrypt(_ name: String, with credential: Credential) throws(Refusal) -> Data {
        do throws(Refusal) {
            return try Envelope.decrypt(part(name), with: credential)
        } catch {
            throw error.inPart(name, of: file)
        }
    }

    func read<Value: Codable>(_ type: Value.Type, from data: Data, part: String) throws(Refusal) -> Value {
        try CanonicalJSON.decode(type, from: data, at: Place(file: "\(file): \(part)"))
    }

    private func unlock(_ data: Data, of name: String, with key: ContentKey) throws(Refusal) -> Data {
        do throws(Refusal) {
            return try Envelope.decrypt(data, with: key)
        } catch {
            throw error.inPart(name, of: file)
        }
    }
}

extension Refusal {
    static func otherPaper(_ place: Place) -> Refusal {
        Refusal(
            .wrongPaper, at: place, "这个文件属于另一份试卷包，请取用与本试卷包配套的文件。",
            "This file belongs to another paper; get the one that was made for this paper.")
    }
}
