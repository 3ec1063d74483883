import ArgumentParser
import ExamModel
import Sealing

/// Where a site's server answers, for its certificate.
struct HostOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "考点服务器的主机名或 IP，写进考点证书，浏览器据此核对；可重复 (where a site's server answers)", valueName: "host"))
    var host: [String] = []

    func hosts() throws(Refusal) -> [HostName] {
        try host.map { text throws(Refusal) in try HostName(text) }
    }
}
