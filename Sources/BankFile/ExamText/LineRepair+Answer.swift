import ExamModel

/// Answers in the words of typists.
extension LineRepair {
    /// `答案【C】`, `（答案B，见第3条）`, `（ABC）`, `故选B。` where no answer was stated: the lines that say the same in the usual
    /// way.
    func statedAnswer(_ index: Int) -> [ExamLine]? {
        let line = lines[index]
        guard line.half.count <= 60, let first = line.half.first else { return nil }
        switch first {
        case "答", "正", "参", "标":
            guard line.half.contains("[") || line.half.contains("("),
                let match = String(line.half).wholeMatch(
                    of: /(?:正确答案|参考答案|标准答案|答案)\s*[:]?\s*[\[(]\s*([^\[\]()]{1,20}?)\s*[\])][.。]?/)
            else { return nil }
            return [ExamLine(number: line.number, text: "答案：" + match.1)]
        case "(", "[": return bracketedAnswer(line)
        case "故", "应", "本", "选", "因":
            guard line.half.count <= 20, line.half.contains("选"),
                let match = String(line.half).wholeMatch(of: /(?:因此|故|应|本题)?(?:应)?选\s*[:]?\s*([A-H]{1,8})[。.]?/),
                !isAnswered
            else { return nil }
            return [ExamLine(number: line.number, text: "答案：" + match.1)]
        default: return nil
        }
    }

    private func bracketedAnswer(_ line: ExamLine) -> [ExamLine]? {
        if line.half.contains("案") {
            guard
                let match = String(line.half).wholeMatch(
                    of: /\((?:正确|参考)?答案\s*[:]?\s*([A-H]{1,8}|[√×对错])\s*[,;。]\s*(?:解析[:])?(.+)\)/)
            else { return nil }
            return [
                ExamLine(number: line.number, text: "答案：" + match.1),
                ExamLine(number: line.number, text: "解析：" + match.2),
            ]
        }
        // Alone on the line behind the options.
        guard line.half.count <= 24,
            let match = String(line.half).wholeMatch(of: /[\[(]\s*([A-H](?:\s*[、,]?\s*[A-H]){0,7})\s*[\])]/),
            let before = result.last(where: { !$0.isBlank }), OptionMarker(at: 0, in: before.half) != nil,
            !isNextOption(String(match.1)), !isAnswered
        else { return nil }
        return [ExamLine(number: line.number, text: "答案：" + match.1)]
    }

    /// An answer stands between the last line and the number before it, or there is no number.
    private var isAnswered: Bool {
        for line in result.suffix(12).reversed() {
            if LineLabel(at: 0, in: line.half)?.field == .answer || line.string.contains("答案") { return true }
            if let number = ItemNumber(line.half), !number.isDoubtful { return false }
        }
        return true
    }

    /// `○A.一` without its circle; circles or boxes without letters, two lines or more, with letters in their order. A ticked
    /// box among empty ones is written behind its option. How many lines.
    func bulleted(_ index: Int) -> [ExamLine]? {
        guard let bullet = lines[index].half.first, Self.bullets.contains(bullet) || Self.ticked.contains(bullet) else {
            return nil
        }
        let bare = lines[index].dropping(1)
        if OptionMarker(at: 0, in: bare.half) != nil, bullet != "☒" || isCheckbox(index) {
            return [bullet == "☑" || bullet == "☒" ? Self.right(bare) : bare]
        }
        guard let unticked = Self.bullets.contains(bullet) ? bullet : unticked(index) else { return nil }
        var found: [ExamLine] = []
        for line in lines[index...] {
            guard let first = line.half.first, first == unticked || Self.ticked.contains(first), line.half.count > 1,
                found.count < 26
            else { break }
            let option = ExamLine(
                number: line.number, Item.Option.letter(at: found.count) + ".", line.dropping(1).text)
            found.append(first == unticked ? option : Self.right(option))
        }
        return found.count >= 2 ? found : nil
    }

    private static let bullets: Set<Unicode.Scalar> = ["○", "◯", "□", "☐"]
    private static let ticked: Set<Unicode.Scalar> = ["☑", "☒", "■", "●"]

    /// ☒ among ☐ is a box of a form that was ticked; among ☑ it would be a wrong one.
    private func isCheckbox(_ index: Int) -> Bool {
        let bullets = (lines[..<index].suffix(8) + lines[(index + 1)...].prefix(8)).compactMap(\.half.first)
        return bullets.contains("☐") && !bullets.contains("☑")
    }

    private static func right(_ option: ExamLine) -> ExamLine {
        ExamLine(number: option.number, text: option.string + "（√）")
    }

    /// The empty box or circle of the first line below that has one; nil when all are ticked.
    private func unticked(_ index: Int) -> Unicode.Scalar? {
        lines[index...].prefix { $0.half.first.map { Self.bullets.contains($0) || Self.ticked.contains($0) } ?? false }
            .compactMap { $0.half.first }.first { Self.bullets.contains($0) }
    }
}
