import ExamModel

/// What a line of exam text is by itself; what it means depends on where it stands.
enum LineKind {
    case blank
    /// Page numbers and rules: never part of an item.
    case furniture
    indirect case heading(SectionHeading)
    /// 参考答案 alone on a line: the key follows.
    case keyHeading
    case label(LineLabel)
    case numbered(ItemNumber)
    case option(OptionMarker)
    case text

    init(_ line: ExamLine) {
        if line.isBlank {
            self = .blank
        } else if Self.isFurniture(line.half) {
            self = .furniture
        } else if Self.isKeyHeading(line.half) {
            self = .keyHeading
        } else if let label = LineLabel(at: 0, in: line.half) {
            self = .label(label)
        } else if let heading = SectionHeading(line) {
            self = .heading(heading)
        } else if let number = ItemNumber(line.half) {
            self = .numbered(number)
        } else if let marker = OptionMarker(at: 0, in: line.half) {
            self = .option(marker)
        } else {
            self = .text
        }
    }

    var isOption: Bool {
        if case .option = self { true } else { false }
    }

    var isText: Bool {
        if case .text = self { true } else { false }
    }

    /// `— 2 —`, `第 3 页 共 10 页`, `Page 3`, lines of dashes.
    private static func isFurniture(_ half: [Unicode.Scalar]) -> Bool {
        guard half.count <= 80 else { return false }
        let dashes: Set<Unicode.Scalar> = ["-", "—", "–", "－", "=", "*", "_", "·", "•", "~", "─", "━", "…", "|"]
        if half.count >= 3, half.allSatisfy(dashes.contains) { return true }
        if isMargin(half) { return true }
        // A running head and the page number on one line.
        if half.last == "页", half.count > 8, OptionMarker(at: 0, in: half) == nil, ItemNumber(half) == nil,
            String(half).firstMatch(of: /\s{2,}第\s*\d{1,4}\s*页(?:\s*[,\/]?\s*共\s*\d{1,4}\s*页)?$/) != nil
        {
            return true
        }
        guard let first = half.first, dashes.contains(first) || "第共/pP".contains(first) else { return false }
        let bare = String(half.filter { !$0.isWhitespace })
        return bare.wholeMatch(of: /[-—–─]+\d{1,4}[-—–─]+|([·•~|])\d{1,4}\1|(?i:page)\d{1,4}(?:(?:of|\/)\d{1,4})?/)
            != nil
            || bare.wholeMatch(of: /第(?:\d{1,4}|[一二三四五六七八九十百]+)页[,\/]?(?:共?\d{1,4}页)?/) != nil
            || bare.wholeMatch(of: /[共\/]\d{1,4}页[,\/]?(?:第\d{1,4}页)?/) != nil
    }

    /// What printed papers carry in their margins: ……密……封……线……, 内部资料 严禁外传.
    private static func isMargin(_ half: [Unicode.Scalar]) -> Bool {
        guard let first = half.first, !first.isLetter || "密装内严机绝".contains(first) else { return false }
        let bare = String(half.filter { !$0.isWhitespace && !".…·-—―─_*★()[]!".contains($0) })
        return [
            "密封线", "装订线", "密封线内不要答题", "密封线内不得答题", "内部资料", "内部资料严禁外传", "内部资料注意保密", "内部资料请勿外传", "严禁外传", "机密", "机密启用前",
            "绝密启用前", "绝密",
        ].contains(bare)
    }

    /// Stands around a title: `===== 答案 =====`, 【参考答案】.
    private static func isBeside(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isWhitespace || "[]:()《》=-—─*·~…_".unicodeScalars.contains(scalar)
    }

    private static func isKeyHeading(_ half: [Unicode.Scalar]) -> Bool {
        guard half.count <= 30, half.contains("答"),
            let end = half.last(where: { !isBeside($0) }), "案析准分页表查总".contains(end)
        else { return false }
        let bare = String(half.filter { !isBeside($0) })
            .replacing(/^(?:附件?|[一二三四五六七八九十]+、)/, with: "")
        let words = [
            "参考答案", "答案", "标准答案", "正确答案", "试题答案", "试卷答案", "答案与解析", "答案及解析", "参考答案及评分标准", "参考答案与解析", "参考答案及解析", "答案部分",
            "答案页", "答案表", "参考答案表", "答案速查", "答案速查表", "答案一览表", "答案汇总", "参考答案汇总",
        ]
        if words.contains(bare) { return true }
        guard OptionMarker(at: 0, in: half) == nil, ItemNumber(half) == nil else { return false }
        return bare.count <= 20 && (bare.hasSuffix("参考答案") || bare.hasSuffix("试题答案"))
    }
}
