import CanonicalJSON
import ExamModel
import Foundation
import Sealing

/// The parts of a new paper, those that are secret encrypted to whom they are for.
struct PaperParts {
    private(set) var data: [String: Data] = [:]
    private let recipients: [Purpose: Certificate]

    init(_ contents: PaperContents, for recipients: [Purpose: Certificate]) throws(Refusal) {
        self.recipients = recipients
        let key = try ContentKey.random()
        for (purpose, certificate) in recipients {
            data[PartName.certificate(of: purpose)] = try certificate.pem()
        }
        data[PartName.exam] = try CanonicalJSON.encode(ExamNotice(contents.exam))
        data[PartName.candidates] = try encrypt(CanonicalJSON.encode(contents.candidates), to: .site)
        for form in contents.forms {
            let locked = try Envelope.encrypt(CanonicalJSON.encode(form), under: key)
            data[PartName.form(form.id)] = try encrypt(locked, to: .site)
        }
        data[PartName.grading] = try encrypt(contents.grading, to: .grading)
        let sealedKey = try encrypt(CanonicalJSON.encode(ReleaseKey(key)), to: .supervision)
        data[PartName.releaseKey] = try encrypt(sealedKey, to: .office)
    }

    private func encrypt(_ data: Data, to purpose: Purpose) throws(Refusal) -> Data {
        guard let recipient = recipients[purpose] else {
            throw .partMissing(PartName.certificate(of: purpose), of: PartName.manifest)
        }
        return try Envelope.encrypt(data, to: recipient)
    }
}
