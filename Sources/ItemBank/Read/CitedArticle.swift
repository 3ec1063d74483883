/// The articles of law that a rationale cites.
package enum CitedArticle {
    /// Each `《name》第…条` as `name第…条`, in order and each once; a further `第…条` goes with the last name. Paragraphs and
    /// items behind an article (第二款、第三项) do not count, and names keep no edition in brackets.
    package static func all(in rationale: String) -> [String] {
        var articles: [String] = []
        var name: Substring?
        var rest = rationale[...]
        while let mark = rest.firstIndex(where: { $0 == "《" || $0 == "第" }) {
            let behind = rest.index(after: mark)
            if rest[mark] == "《" {
                guard let end = rest[behind...].firstIndex(of: "》") else { break }
                name = rest[behind..<end].prefix { !"（(".contains($0) }
                rest = rest[rest.index(after: end)...]
            } else {
                let digits = rest[behind...].prefix { "〇零一二三四五六七八九十百千0123456789".contains($0) }
                rest = rest[digits.endIndex...]
                guard let name, !digits.isEmpty, rest.first == "条" else { continue }
                let article = "\(name)第\(digits)条"
                if !articles.contains(article) { articles.append(article) }
            }
        }
        return articles
    }
}
