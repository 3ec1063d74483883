import COpenSSL
import ExamModel

extension Refusal {
    /// A refusal that ends with what OpenSSL's error queue of this thread says; the queue is empty afterwards.
    static func openSSL(_ code: FindingCode, _ chinese: String, _ english: String) -> Refusal {
        let reasons = ErrorQueue.drain()
        guard !reasons.isEmpty else { return Refusal(code, chinese, english) }
        return Refusal(code, "\(chinese)（OpenSSL：\(reasons)）", "\(english) (OpenSSL: \(reasons))")
    }

    static func cryptographyFailed() -> Refusal {
        openSSL(
            .cryptographyFailed, "密码运算失败，请检查内存和 OpenSSL 的安装。",
            "A cryptographic operation failed; check the memory and the installation of OpenSSL.")
    }
}

/// OpenSSL's error queue, one for each thread.
enum ErrorQueue {
    static func clear() {
        ERR_clear_error()
    }

    /// The reasons in the order in which they came up, each once.
    static func drain() -> String {
        var reasons: [String] = []
        while case let code = ERR_get_error(), code != 0 {
            let reason = ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(code)"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.joined(separator: ", ")
    }
}
