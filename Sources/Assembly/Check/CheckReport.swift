import ExamModel

/// Findings of a check as they come up, each with the form that it is about.
struct CheckReport {
    private(set) var findings: [Finding] = []
    /// nil while all forms together are looked at.
    var form: FormID?

    mutating func add(_ chinese: String, _ english: String) {
        let message =
            if let form {
                Bilingual("试卷 \(form)：\(chinese)", "form \(form): \(english)")
            } else {
                Bilingual(chinese, english)
            }
        findings.append(Finding(.error, .blueprintBroken, message))
    }
}
