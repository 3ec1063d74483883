import CanonicalJSON
import ExamModel
import Foundation

/// The members that tell what a JSON document is, whatever else it holds.
struct FormatHeader: Decodable {
    let format: String
    let version: Int

    /// Refuses another format, and versions that this software does not know, before anything else is read.
    static func check(_ data: Data, is format: String, version: Int, at place: Place) throws(Refusal) {
        _ = try check(data, is: format, versions: version...version, at: place)
    }

    /// The same for a format that is read in several versions. Returns which one it is.
    static func check(
        _ data: Data, is format: String, versions: ClosedRange<Int>, at place: Place
    ) throws(Refusal) -> Int {
        let header = try CanonicalJSON.decodeAny(FormatHeader.self, from: data, at: place)
        guard header.format == format else {
            throw Refusal(
                .formatUnknown, at: place, "这里需要 \(format) 格式，文件是 \(header.format)，请确认选对了文件。",
                "\(format) is needed here, the file is \(header.format); check that it is the right one.")
        }
        guard versions.contains(header.version) else {
            throw Refusal(
                .versionUnknown, at: place, "格式版本 \(header.version) 本软件不认识（需要 \(versions.text)），请更换软件版本。",
                "Version \(header.version) of the format is not known here (\(versions.text) is); use another software version."
            )
        }
        return header.version
    }
}

extension ClosedRange<Int> {
    fileprivate var text: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)" }
}
