import ExamModel
import Sealing

/// The names inside packages.
enum PartName {
    static let manifest = "manifest.json"
    static let exam = "exam.json"
    static let grading = "grading.cms"
    static let releaseKey = "release.cms"
    static let release = "release.json"
    static let revocation = "revocation.json"
    static let answers = "answers.json"
    static let sheets = "sheets.cms"

    /// Both must sign a paper and its release.
    static let signers: [Purpose] = [.office, .supervision]

    /// Whose certificates a paper carries, besides those of its sites.
    static let certified: [Holder] = [.authority, .office, .supervision, .grading].map { Holder($0) }

    static func signature(of purpose: Purpose) -> String { "signatures/\(purpose.rawValue).p7s" }

    static func certificate(of holder: Holder) -> String { "certificates/\(holder.name).pem" }

    /// The seating of a site: `candidates.cms`, or where there are several `candidates/<id>.cms`.
    static func candidates(of site: Holder) -> String { site.id.map { "candidates/\($0).cms" } ?? "candidates.cms" }

    static func form(_ id: FormID) -> String { "forms/\(id).cms" }

    /// The form that a part holds; nil for other parts.
    static func formID(of name: String) -> FormID? {
        guard name.hasPrefix("forms/"), name.hasSuffix(".cms") else { return nil }
        return FormID(String(name.dropFirst("forms/".count).dropLast(".cms".count)))
    }

    /// Letters and digits of ASCII, `-` and `_`, at most 32: what is a file name everywhere.
    static func check(_ form: FormID) throws(Refusal) {
        let isPlain = form.text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isPlain, (1...32).contains(form.text.utf8.count) else {
            throw Refusal(
                .formNameRefused, "试卷编号“\(form)”不能用作文件名，请只用字母、数字、连字符，不超过 32 个。",
                "The form's id \"\(form)\" cannot be a file name; use at most 32 letters, digits and hyphens.")
        }
    }
}
