import ExamModel

/// A form joined with its items' options and keys: what marking needs, looked up once.
struct GradableForm: Sendable {
    let sections: [GradableSection]
    /// Every question of the form by its id.
    let items: [ItemID: GradableItem]

    init(sections: [GradableSection]) {
        self.sections = sections
        items = Dictionary(sections.flatMap(\.items).map { ($0.id, $0) }) { first, _ in first }
    }

    /// Everything about a sheet that cannot have come from a candidate answering this form.
    func faults(of sheet: AnswerSheet) -> [Finding] {
        var findings: [Finding] = []
        var answered: Set<ItemID> = []
        for response in sheet.responses {
            guard let item = items[response.item] else {
                findings.append(.unknownItem(response.item, on: sheet.form))
                continue
            }
            if !answered.insert(response.item).inserted { findings.append(.duplicateResponse(to: response.item)) }
            findings += item.faults(of: response)
        }
        if sheet.seconds < 0 { findings.append(.negativeTime(sheet.seconds)) }
        return findings
    }
}

extension GradableItem {
    fileprivate func faults(of response: Response) -> [Finding] {
        switch answer {
        case .options(let known, _):
            let chosen = Set(response.options)
            var findings = chosen.subtracting(known).sorted().map { Finding.unknownOption($0, of: id) }
            if chosen.count < response.options.count { findings.append(.duplicateResponse(to: id)) }
            return response.texts.isEmpty ? findings : findings + [.wrongKind(of: id)]
        case .blanks(let accepted, _):
            return response.options.isEmpty && response.texts.count <= accepted.count ? [] : [.wrongKind(of: id)]
        case .byHand(_, let texts):
            return response.options.isEmpty && response.texts.count <= texts ? [] : [.wrongKind(of: id)]
        }
    }
}

extension Finding {
    fileprivate static func unknownItem(_ item: ItemID, on form: FormID) -> Finding {
        Finding(
            .error, .unknownItem,
            Bilingual("试卷“\(form)”没有试题 \(item)；请核对答卷来源", "form \(form) has no item \(item); check the sheet's origin"))
    }

    fileprivate static func unknownOption(_ option: OptionID, of item: ItemID) -> Finding {
        Finding(
            .error, .unknownOption,
            Bilingual(
                "试题 \(item) 没有选项 \(option)；请核对答卷来源", "item \(item) has no option \(option); check the sheet's origin"))
    }

    fileprivate static func duplicateResponse(to item: ItemID) -> Finding {
        Finding(
            .error, .duplicateResponse,
            Bilingual(
                "试题 \(item) 被重复作答；请以作答日志为准核对", "item \(item) is answered twice; check it against the answer journal"))
    }

    fileprivate static func wrongKind(of item: ItemID) -> Finding {
        Finding(
            .error, .wrongKindOfResponse,
            Bilingual(
                "试题 \(item) 的作答形式与题型不符（选项、文字或空数不对）；请核对答卷来源",
                "the answer to item \(item) does not fit its type (options, words or number of blanks); check the sheet's "
                    + "origin"))
    }

    fileprivate static func negativeTime(_ seconds: Int) -> Finding {
        Finding(
            .error, .badTime,
            Bilingual("用时 \(seconds) 秒为负；请核对考点服务器的时钟", "\(seconds) seconds used; check the clock of the site's server"))
    }
}
