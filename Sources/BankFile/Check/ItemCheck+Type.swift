import ExamModel

extension ItemCheck {
    /// The stated type, or the one that options and answer allow. Inferring it never changes which answer is right.
    mutating func type() -> ItemType? {
        switch raw.type {
        // A case without sub-items is an item that its options or answer make clear.
        case .known(.caseSet): break
        case .known(let type): return type
        case .anyNumber: return .multipleChoice
        case .unstated, .unknown: break
        }
        if options.contains(where: { !$0.isBlank }) { return chosenType() }
        guard !answers.isEmpty else {
            refuseMissingAnswer()
            return nil
        }
        if answers.allSatisfy({ JudgementWord.value(of: $0) != nil }) { return .trueFalse }
        if StemBlanks.count(in: raw.stem) > 0 && ChoiceAnswer.letters(answers[0]) == nil { return .fillIn }
        if raw.isPart || raw.type == .known(.caseSet), ChoiceAnswer.letters(answers[0]) == nil { return .shortAnswer }
        refuse(
            .unknownType, "看不出题型：没有选项，答案也不是对错，请写明题型。",
            "The type cannot be made out: there are no options and the answer is neither right nor wrong; state the type."
        )
        return nil
    }

    private mutating func chosenType() -> ItemType? {
        if JudgementWord.values(of: options.map(\.text)) != nil { return .trueFalse }
        guard let answer = answers.first else {
            refuseMissingAnswer()
            checkOptions(of: .singleChoice)
            return nil
        }
        let count = ChoiceAnswer(answer, options: options)?.indices.count ?? 1
        return count > 1 ? .multipleChoice : .singleChoice
    }

    mutating func refuseMissingAnswer() {
        guard !findings.contains(where: { $0.code == .missingAnswer }) else { return }
        guard raw.type == .known(.fillIn), StemBrackets.mayAnswer(stem) else {
            return refuse(.missingAnswer, "没有答案，请补上。", "There is no answer; add it.")
        }
        refuse(
            .missingAnswer, "看不出题干括号里的哪些是答案，请把空写成“____”，答案另写“答案：”一行。",
            "Which of the stem's brackets hold answers cannot be told; write blanks as ____ and the answer on a line of its own."
        )
    }

    mutating func checkOptions(of type: ItemType) {
        switch type {
        case .singleChoice, .multipleChoice: checkChoices()
        case .trueFalse:
            guard !options.isEmpty, JudgementWord.values(of: options.map(\.text)) == nil else { return }
            refuse(
                .unknownType, "题型写的是判断题，选项却不是“正确、错误”，请核对题型。",
                "The type is true-false, but the options are not right and wrong; check the type.")
        case .fillIn, .shortAnswer, .caseSet:
            guard !options.isEmpty else { return }
            refuse(
                .unknownType, "题型写的是\(type.name.chinese)，却有选项，请核对题型。",
                "The type is \(type.name.english), but there are options; check the type.")
        }
    }

    private mutating func checkChoices() {
        let filled = options.filter { !$0.isBlank }
        guard filled.count >= 2 else {
            refuse(
                .tooFewOptions, "只有 \(filled.count) 个选项，至少要两个，请补全。",
                "There are \(filled.count) options; at least two are needed.")
            return
        }
        let gap = (0..<options.count).first { options[$0].index != $0 || options[$0].isBlank }
        if let gap {
            let letter = Item.Option.letter(at: gap)
            refuse(
                .optionGap, "选项 \(letter) 缺失、为空或次序不对，请按 A、B、C……补齐。",
                "Option \(letter) is missing, empty or out of order; fill in A, B, C, … in order.")
        }
        warnOfChangedFigures(filled)
        let folded = filled.map { Folded.text($0.text) }
        for (position, option) in filled.enumerated() {
            let same = filled[..<position].indices.last { folded[$0].isSame(as: folded[position]) }
            guard let same, filled[same].index != option.index else { continue }
            let (twin, letter) = (Item.Option.letter(at: filled[same].index), Item.Option.letter(at: option.index))
            refuse(
                .duplicateOptionText, "选项 \(twin)、\(letter) 文字相同，请改正其一。",
                "Options \(twin) and \(letter) say the same; correct one of them.")
        }
    }
    private mutating func warnOfChangedFigures(_ options: [RawOption]) {
        guard let changed = ChangedFigure.first(in: options) else { return }
        warn(
            .changedFigure, "选项“\(changed)”像是被表格软件改成了日期或科学计数，请对照原文；原格设成“文本”后重填。",
            "The option \"\(changed)\" looks like a figure that the spreadsheet program changed; set the cell to text and enter it again."
        )
    }
}

extension String {
    /// Byte by byte: both are in normal form already.
    fileprivate func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}
