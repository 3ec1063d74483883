import ExamModel

/// Material that several items share (案例): what stands before the first of them.
struct CaseMaterial {
    /// Where it begins, from 1.
    let start: Int
    private(set) var lines: [ExamLine] = []
    /// The numbers of its items, where the text states them: “根据以下材料回答 61～65 题”.
    var range: ClosedRange<Int>?
    /// Only a title began it: 案例二.
    var isTitled = false

    init(start: Int, first: ExamLine?, range: ClosedRange<Int>? = nil) {
        (self.start, self.range) = (start, range)
        if let first { append(first) }
    }

    mutating func append(_ line: ExamLine) {
        let line = lines.isEmpty ? Self.withoutTitle(line) : line
        if !line.isBlank { lines.append(line) }
    }

    var text: String { lines.map(\.string).joined(separator: "\n") }

    /// `案例一`, `【材料】`, `案例1：`, `（一）背景资料`: where the material begins, if the line begins with one of them.
    static func titleLength(_ line: ExamLine) -> Int? {
        let text = String(line.half.prefix(24))
        guard
            let match = text.prefixMatch(
                of:
                    /[\[(]\s*(?:共用题干|共享题干|案例分析|材料分析)题?\s*[\])]\s*[:：]?|(?:\([一二三四五六七八九十]+\)\s*)?(?:\[\s*(?:案例|材料|资料|背景资料|案情)[^\]]{0,8}\]|(?:案例|材料|背景资料|背景材料|资料|案情)\s*[一二三四五六七八九十\d]{0,3}\s*(?:[:：、.]|$))\s*[:：]?/
            )
        else { return nil }
        return match.output.unicodeScalars.count
    }

    private static func withoutTitle(_ line: ExamLine) -> ExamLine {
        titleLength(line).map { line.dropping($0) } ?? line
    }

    /// The numbers in `（一）根据以下材料，回答第61至65题。`; `nil` when the line says nothing of the kind.
    static func statedRange(_ line: ExamLine) -> ClosedRange<Int>? {
        guard line.half.count <= 60, line.half.contains("题"), line.half.contains(where: \.isNumber) else { return nil }
        let text = String(line.half)
        guard text.contains("材料") || text.contains("案例") || text.contains("资料") || text.contains("案情"),
            let match = text.firstMatch(of: /(\d{1,4})\s*(?:题\s*)?[-—–~至到、]+\s*(?:第\s*)?(\d{1,4})\s*(?:小题|题|各题|问)/),
            let first = Int(match.1), let last = Int(match.2), first < last, last - first < 100
        else { return nil }
        return first...last
    }
}
