import ExamModel

/// Answers in the words of typists.
extension LineRepair {
    /// `答案【C】`, `（答案B，见第3条）`, `故选B。` where no answer was stated: the lines that say the same in the usual way.
    func statedAnswer(_ index: Int) -> [ExamLine]? {
        let line = lines[index]
        guard line.half.count <= 60, let first = line.half.first, "(答正参标故应本选因".contains(first) else { return nil }
        let text = String(line.half)
        if let match = text.wholeMatch(of: /(?:正确答案|参考答案|标准答案|答案)\s*[:]?\s*[\[(]\s*([^\[\]()]{1,20}?)\s*[\])][.。]?/) {
            return [ExamLine(number: line.number, text: "答案：" + match.1)]
        }
        if let match = text.wholeMatch(of: /\((?:正确|参考)?答案\s*[:]?\s*([A-H]{1,8}|[√×对错])\s*[,;。]\s*(?:解析[:])?(.+)\)/) {
            return [
                ExamLine(number: line.number, text: "答案：" + match.1),
                ExamLine(number: line.number, text: "解析：" + match.2),
            ]
        }
        if let match = text.wholeMatch(of: /(?:因此|故|应|本题)?(?:应)?选\s*[:]?\s*([A-H]{1,8})[。.]?/), !isAnswered(index) {
            return [ExamLine(number: line.number, text: "答案：" + match.1)]
        }
        return nil
    }

    /// An answer stands between the line and the number before it.
    private func isAnswered(_ index: Int) -> Bool {
        for line in lines[..<index].suffix(12).reversed() {
            if line.half.contains("案") || line.half.starts(with: "答") { return true }
            if let number = ItemNumber(line.half), !number.isDoubtful { return false }
        }
        return true
    }

    /// `○A.一` without its circle; circles without letters, two lines or more, with letters in their order. How many lines.
    func bulleted(_ index: Int) -> [ExamLine]? {
        guard let bullet = lines[index].half.first, "○◯□☐".contains(bullet) else { return nil }
        let bare = lines[index].dropping(1)
        if OptionMarker(at: 0, in: bare.half) != nil { return [bare] }
        var found: [ExamLine] = []
        for line in lines[index...] {
            guard line.half.first == bullet, line.half.count > 1, found.count < 26 else { break }
            let text = line.dropping(1)
            found.append(
                ExamLine(number: line.number, text: Array(Item.Option.letter(at: found.count) + ".") + text.text))
        }
        return found.count >= 2 ? found : nil
    }
}
