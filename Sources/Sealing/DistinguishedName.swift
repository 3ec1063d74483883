import COpenSSL
import ExamModel

/// The subject of a certificate: `O=<exam title>, OU=<role>, CN=<role> <exam id>`, where
/// several hold a role `CN=<role> <id> <exam id>`.
struct DistinguishedName {
    let exam: ExamID
    let title: String
    let holder: Holder

    /// What X.520 allows in one attribute. A longer title is cut there; a longer exam id is refused.
    private static let characterLimit = 64

    func write(to name: OpaquePointer?) throws(Refusal) {
        let organization = String(title.unicodeScalars.prefix(Self.characterLimit).map(Character.init))
        try add(organization, as: NID_organizationName, to: name)
        try add(holder.purpose.rawValue, as: NID_organizationalUnitName, to: name)
        try add(holder.commonName(of: exam), as: NID_commonName, to: name)
    }

    private func add(_ text: String, as attribute: Int32, to name: OpaquePointer?) throws(Refusal) {
        let bytes = Array(text.utf8)
        let count = Int32(bytes.count)
        guard X509_NAME_add_entry_by_NID(name, attribute, MBSTRING_UTF8, bytes, count, -1, 0) == 1 else {
            throw .openSSL(
                .cryptographyFailed, "“\(text)”不能写进证书，请把考试编号缩短到 50 个字以内，名称不要留空。",
                "\"\(text)\" cannot stand in a certificate; keep the exam's id below 50 characters, its title not empty."
            )
        }
    }
}
