import AtomicFile
import ExamModel
import Foundation
import XMLFile
import ZipFile

/// Reads items of QTI 2.1, 2.2 and 3.0, alone or in packages (IMS Content Packaging).
enum QTIReader {
    static func read(_ data: Data, file: String) throws(Refusal) -> RawBank {
        let item = try QTIItemReader.item(data, at: Place(file: file), title: file)
        return RawBank(items: item.map { [$0.item] } ?? [], findings: item?.findings ?? [])
    }

    /// A package: the items in the order of the manifest, then any that it does not list.
    static func read(package archive: ZipArchive, file: String) throws(Refusal) -> RawBank {
        let manifest = try QTIManifest(archive, at: Place(file: file))
        var bank = RawBank()
        var stimuli: [String: Int] = [:]
        var damage: Refusal?
        for (position, path) in manifest.paths.enumerated() {
            guard let data = archive[path] else {
                bank.findings.append(missing(path, in: file))
                continue
            }
            // The place of an item is its file in the package.
            let place = Place(file: file, sheet: path, row: position + 1)
            let read: QTIItemReader.Result?
            do {
                read = try QTIItemReader.item(data, at: place, title: path)
            } catch {
                // One damaged file takes only its own item with it.
                damage = damage ?? error
                bank.findings += error.findings
                continue
            }
            guard let read else { continue }
            bank.findings += read.findings
            var item = read.item
            manifest.describe(&item, at: path)
            guard let stimulus = read.stimulus.map({ manifest.resolve($0, from: path) }), let text = archive[stimulus]
            else {
                bank.items.append(item)
                continue
            }
            if stimuli[stimulus] == nil {
                stimuli[stimulus] = bank.items.count
                var material = RawItem(place: place, type: .known(.caseSet))
                material.stem = try QTIItemReader.text(of: text, at: place)
                (material.topic, material.difficulty) = (item.topic, item.difficulty)
                bank.items.append(material)
            }
            bank.items[stimuli[stimulus] ?? 0].parts.append(item)
        }
        if bank.items.isEmpty, let damage { throw damage }
        return bank
    }

    private static func missing(_ path: String, in file: String) -> Finding {
        Finding(
            .error, .malformedFile, at: Place(file: file, sheet: path),
            Bilingual("清单里列出的“\(path)”不在压缩包里，此题没有导入。", "The manifest lists \"\(path)\", which is not in the package."))
    }
}
