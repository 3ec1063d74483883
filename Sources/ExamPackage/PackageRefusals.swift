import ExamModel

extension Refusal {
    /// The same refusal, saying in which part of which file.
    func inPart(_ name: String, of file: String) -> Refusal {
        inFile("\(file): \(name)")
    }

    func inFile(_ file: String) -> Refusal {
        Refusal(
            findings.map { finding in
                var place = finding.place
                place.file = file
                return Finding(finding.severity, finding.code, at: place, finding.message)
            })
    }

    static func algorithmsUnknown(at place: Place) -> Refusal {
        Refusal(
            .versionUnknown, at: place, "文件使用了本软件不认识的密码算法，请更换软件版本。",
            "The file uses algorithms that are not known here; use another software version.")
    }

    static func notExact(_ file: String) -> Refusal {
        Refusal(
            .packageNotExact, at: Place(file: file), "文件外层的字节被改动过，或者不是由本系统封装的，请重新取得原件。",
            "Bytes of the container were changed, or it was not made by this system; get the original again.")
    }

    static func partMissing(_ name: String, of file: String) -> Refusal {
        Refusal(
            .partMissing, at: Place(file: file), "缺少 \(name)，文件不完整，请重新取得原件。",
            "\(name) is missing: the file is not complete; get the original again.")
    }

    static func partUnexpected(_ name: String, of file: String) -> Refusal {
        Refusal(
            .partUnexpected, at: Place(file: file), "\(name) 不属于这种文件，请重新取得原件。",
            "\(name) does not belong into this kind of file; get the original again.")
    }

    static func partChanged(_ name: String, of file: String) -> Refusal {
        Refusal(
            .partChanged, at: Place(file: file), "\(name) 与清单不符，被改动或替换过，请重新取得原件。",
            "\(name) is not what the manifest says: it was changed or exchanged; get the original again.")
    }

    static func inconsistent(_ name: String, of file: String) -> Refusal {
        Refusal(
            .packageInconsistent, at: Place(file: file), "\(name) 与文件的其他部分矛盾，请联系制卷单位。",
            "\(name) contradicts the rest of the file; ask who made it.")
    }
}
