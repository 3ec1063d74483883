import AtomicFile
import CanonicalJSON
import ExamModel
import Foundation
import Sealing

extension Office {
    /// Writes a result; the one that it takes the place of stays beside it under `versions/`, by the first twelve digits
    /// of its SHA-256, which the ledger's older lines name.
    func writeVersion(_ value: some Encodable, to file: URL) throws(Refusal) {
        try keepVersion(of: file, before: try CanonicalJSON.encode(value))
        try folder.writeResult(value, to: file)
    }

    private func keepVersion(of file: URL, before next: Data) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        let held = try AtomicFile.read(file, limit: Self.sizeLimit)
        guard held != next else { return }
        let versions = file.deletingLastPathComponent().appending(path: "versions", directoryHint: .isDirectory)
        try folder.makeFolder(versions)
        let name = file.deletingPathExtension().lastPathComponent + "-" + Digest(of: held).description.prefix(12)
        try AtomicFile.write(held, to: versions.appending(path: name + ".json"), permissions: 0o600)
    }
}
