import ArgumentParser
import ExamModel
import Foundation
import Sealing

extension AuditCommand {
    /// Who signs.
    enum Role: String, ExpressibleByArgument, CaseIterable {
        case office, supervision

        var purpose: Purpose { self == .office ? .office : .supervision }
    }

    struct Countersign: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "国密副署：用 SM2、SM3 签署账本和试卷 (sign ledger and paper with SM2 too; kaochang keys national first)")

        @OptionGroup var common: CommonOptions
        @Option(name: .customLong("as"), help: "签名的角色：office、supervision (who signs)") var role: Role

        func run() throws {
            try common.perform { () throws(Refusal) in Outcome(try common.office().countersign(as: role.purpose)) }
        }
    }

    struct Stamp: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "为账本末行盖时间戳，RFC 3161 (a third party's time stamp on the ledger's head)",
            discussion: """
                有网络：--server http://… 一步办完；没有网络：--request 写出请求，带到别处取得应答，再用 --response 收进来。
                With a network --server does it all; without one, --request writes a file to be carried to the authority, and \
                --response takes its answer in.
                """)

        @OptionGroup var common: CommonOptions
        @Option(help: "时间戳服务器，http://主机/路径 (a server)") var server: String?
        @Option(help: "把请求写到这个文件 (write a request)") var request: String?
        @Option(help: "机构的应答文件 (the authority's answer)") var response: String?
        @Option(help: "时间戳机构的证书，PEM (the time stamp authority's certificate)") var authority: String?
        @Option(name: .customLong("as"), help: "签名的角色：office、supervision (who signs)") var role = Role.office

        func validate() throws {
            guard [server, request, response].compactMap(\.self).count == 1 else {
                throw ValidationError("请写 --server、--request、--response 之一 (one of them)")
            }
            guard request != nil || authority != nil else {
                throw ValidationError("请用 --authority 给出时间戳机构的证书 (--authority is needed)")
            }
        }

        func run() throws {
            if let request {
                try common.perform { () throws(Refusal) in
                    Outcome(try common.office().requestTimestamp(into: URL(filePath: request)))
                }
            } else {
                try common.perform { () throws(Refusal) in Outcome(try stamp()) }
            }
        }

        private func stamp() throws(Refusal) -> Office.StampedLine {
            let anchors = URL(filePath: authority ?? "")
            if let server {
                return try common.office().timestamp(from: server, authority: anchors, as: role.purpose)
            }
            return try common.office().timestamp(
                response: URL(filePath: response ?? ""), authority: anchors, as: role.purpose)
        }
    }
}
