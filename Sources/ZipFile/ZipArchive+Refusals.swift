import ExamModel

extension ZipArchive {
    static func damaged(at place: Place) -> Refusal {
        Refusal(
            .archiveDamaged, at: place, "压缩包不完整或已损坏，请重新复制或重新导出该文件。",
            "The archive is incomplete or damaged; copy or export the file again.")
    }

    static func tooLarge(at place: Place) -> Refusal {
        Refusal(
            .archiveTooLarge, at: place, "压缩包解开后过大或条目过多，为安全起见不予读取，请检查文件来源。",
            "The archive unpacks to more than is allowed; check where the file comes from.")
    }

    static func encrypted(at place: Place) -> Refusal {
        Refusal(
            .archiveEncrypted, at: place, "压缩包带有密码，请去掉密码后重新保存。",
            "The archive is protected by a password; save it again without one.")
    }

    static func nameRefused(_ name: String, at place: Place) -> Refusal {
        Refusal(
            .archiveNameRefused, at: place, "压缩包内的名称“\(name)”重复或指向包外，不予读取。",
            "The name \"\(name)\" in the archive stands twice or points outside it.")
    }
}
