import CanonicalJSON
import ExamModel
import Foundation

/// The members that tell what a JSON document is, whatever else it holds.
struct FormatHeader: Decodable {
    let format: String
    let version: Int

    /// Refuses another format, and versions that this software does not know, before anything else is read.
    static func check(_ data: Data, is format: String, version: Int, at place: Place) throws(Refusal) {
        let header = try CanonicalJSON.decodeAny(FormatHeader.self, from: data, at: place)
        guard header.format == format else {
            throw Refusal(
                .formatUnknown, at: place, "这里需要 \(format) 格式，文件是 \(header.format)，请确认选对了文件。",
                "\(format) is needed here, the file is \(header.format); check that it is the right one.")
        }
        guard header.version == version else {
            throw Refusal(
                .versionUnknown, at: place, "格式版本 \(header.version) 本软件不认识（需要 \(version)），请更换软件版本。",
                "Version \(header.version) of the format is not known here (\(version) is); use another software version."
            )
        }
    }
}
