import AtomicFile
package import ExamModel
package import Foundation
import Yams

/// A settings file being read: its tree and what was found wrong in it so far.
///
/// A mistake does not stop the reading, so that one run reports all of them; ``finish(_:)`` throws them together.
package final class SettingsDocument {
    /// A settings file larger than this is refused unread.
    package static let sizeLimit = 1 << 20

    package let file: String
    private(set) var findings: [Finding] = []
    private var root: Node?

    /// Reads the YAML file at `url`. A file that cannot be read, is too large or no YAML mapping is refused at once.
    package init(_ url: URL) throws(Refusal) {
        file = url.lastPathComponent
        let data = try AtomicFile.read(url, limit: Self.sizeLimit)
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Refusal(.badYAML, at: Place(file: file), "文件不是 UTF-8 编码，请另存为 UTF-8", "not UTF-8; save it as UTF-8")
        }
        do throws(Refusal) {
            root = try Self.compose(text, file: file)
        } catch {
            let repeated = RepeatedKeys(in: text)
            guard !repeated.found.isEmpty else { throw error }
            for key in repeated.found {
                report(
                    .badYAML, line: key.line, "键“\(key.key)”与第 \(key.first) 行重复，请删去其中一处",
                    "the key “\(key.key)” repeats line \(key.first); remove one of them")
            }
            do throws(Refusal) {
                root = try Self.compose(repeated.rest, file: file)
            } catch { throw Refusal(findings + error.findings) }
        }
    }

    /// The outermost mapping.
    package var top: SettingsMap {
        SettingsMap(root?.mapping ?? Node.Mapping([]), in: self, name: "", line: 1)
    }

    /// Control characters of the file do not reach the message.
    func report(_ code: FindingCode, line: Int?, _ chinese: String, _ english: String) {
        let message = Bilingual(chinese.controlsReplaced, english.controlsReplaced)
        findings.append(Finding(.error, code, at: Place(file: file, line: line), message))
    }

    /// The value when nothing was wrong; otherwise everything that was, in the order of the lines.
    package func finish<Value>(_ value: Value?) throws(Refusal) -> Value {
        if findings.isEmpty, let value { return value }
        throw Refusal(findings.sorted { ($0.place.line ?? 0) < ($1.place.line ?? 0) })
    }

    private static func compose(_ text: String, file: String) throws(Refusal) -> Node {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw Refusal(
                .badYAML, at: Place(file: file, line: error.line),
                "YAML 格式有误：\(error.summary)。请检查缩进（只用空格）、冒号后的空格和引号",
                "not valid YAML: \(error.summary). Check indentation (blanks only), the blank after a colon, quotes")
        } catch {
            throw Refusal(.badYAML, at: Place(file: file), "YAML 格式有误：\(error)", "not valid YAML: \(error)")
        }
        guard let node, node.mapping != nil else {
            throw Refusal(
                .badYAML, at: Place(file: file, line: 1), "文件应由“键: 值”组成，这里没有",
                "the file must consist of “key: value” lines")
        }
        return node
    }
}

extension YamlError {
    /// The one-based line that the parser stopped at.
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    fileprivate var summary: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let keys, _):
            "键重复 duplicate key: " + keys.joined(separator: "、")
        default: "\(self)"
        }
    }
}
