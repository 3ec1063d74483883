package import ExamModel

extension Grader {
    /// Rulings that name nobody: a candidate who is not expected, or a sheet that did not come in.
    package static func faults(
        of rulings: SheetRulings, sheets: [ReceivedSheet], expected: [TicketNumber: FormID]
    ) -> [Finding] {
        var findings: [Finding] = []
        for ruling in rulings.voided where expected[ruling.ticket] == nil {
            findings.append(
                .unfit(
                    "作废裁定：考生名册中没有准考证号 \(ruling.ticket)",
                    "a sheet of \(ruling.ticket) is voided, who is not on the roster"))
        }
        for ruling in rulings.chosen {
            let isThere = sheets.contains { sheet in
                guard case .success(let answers) = sheet.content else { return false }
                return sheet.source == ruling.source && answers.ticket == ruling.ticket
            }
            if !isThere {
                findings.append(
                    .unfit(
                        "裁定采用的答卷 \(ruling.source) 不是考生 \(ruling.ticket) 的，或没有收到；请按例外清单里的名称填写",
                        "\(ruling.source), chosen for \(ruling.ticket), did not come in or is somebody else's"))
            }
        }
        return findings
    }
}

extension Finding {
    fileprivate static func unfit(_ chinese: String, _ english: String) -> Finding {
        Finding(.error, .unfitRuling, Bilingual(chinese, english))
    }
}
