package import ExamModel
import Foundation
package import Sealing

extension KeyFolder {
    /// The only site whose key is here. Refuses a folder with the keys of several: SEVERAL_SITES.
    package func siteCredential() throws(Refusal) -> Credential {
        let sites = holdersWithKeys(of: .site)
        guard sites.count < 2 else {
            let names = sites.map(\.name)
            throw Refusal(
                .severalSites, at: Place(file: url.path),
                "这里有 \(sites.count) 个考点的私钥（\(names.joined(separator: "、"))）：请只留本考点的，或指定另一个文件夹",
                "the keys of \(sites.count) sites are here (\(names.joined(separator: ", "))): keep this site's only, or name "
                    + "another folder")
        }
        return try credential(of: sites.first ?? Holder(.site))
    }
}

extension FindingCode {
    /// A machine does not know which site it belongs to.
    package static let severalSites: FindingCode = "SEVERAL_SITES"
}
