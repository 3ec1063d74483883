import ExamModel
import Foundation
import Sealing

extension PaperManifest {
    /// The parts that every paper has, besides its forms.
    private var fixedParts: Set<String> {
        Set(
            (PartName.certified + siteHolders).map(PartName.certificate) + siteHolders.map(PartName.candidates)
                + [PartName.exam, PartName.grading, PartName.releaseKey])
    }

    /// Refuses parts that are missing, changed, or more than the manifest names, and manifests that name the wrong ones.
    func check(_ data: [String: Data], of file: String) throws(Refusal) {
        var findings: [Finding] = []
        for part in parts {
            guard let bytes = data[part.name] else {
                findings += Refusal.partMissing(part.name, of: file).findings
                continue
            }
            if bytes.count != part.bytes || Digest(of: bytes) != part.sha256 {
                findings += Refusal.partChanged(part.name, of: file).findings
            }
        }
        let named = Set(parts.map(\.name))
        for name in data.keys.sorted() where !named.contains(name) {
            findings += Refusal.partUnexpected(name, of: file).findings
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        try checkNames(named, of: file)
    }

    private func checkNames(_ named: Set<String>, of file: String) throws(Refusal) {
        let fixedParts = fixedParts
        for name in fixedParts.sorted() where !named.contains(name) { throw .partMissing(name, of: file) }
        let forms = named.subtracting(fixedParts)
        for name in forms.sorted() {
            guard let form = PartName.formID(of: name) else { throw .partUnexpected(name, of: file) }
            try PartName.check(form)
        }
        guard !forms.isEmpty else { throw .partMissing("forms/", of: file) }
    }
}
