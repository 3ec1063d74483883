import AtomicFile
import ExamModel
import Foundation

/// A page that is made to be printed: one HTML file that needs nothing else and becomes a clean PDF.
enum PrintedDocument {
    /// - Parameters:
    ///   - page: The `@page` rule's size, such as `A4` or `A4 landscape`.
    static func html(
        in language: Language = .chinese, title: String, page: String, style: String, body: [Markup]
    ) -> String {
        Markup.document(
            in: language,
            head: [
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("meta", ["name": "color-scheme", "content": "light dark"]),
                .element("title", [:], title),
                .style("@page { size: \(page); margin: 15mm; }\n" + common + "\n" + style),
            ], body: [.element("main", [:], body)])
    }

    static func write(_ html: String, to url: URL) throws(Refusal) {
        try AtomicFile.write(Data(html.utf8), to: url)
    }

    /// On screen the sheets lie on a ground; on paper there is only the sheet. By night the ground is dark, the sheets stay
    /// as they are printed.
    private static let common = """
        :root { --ink: #1c2429; --soft: #5a6872; --rule: #9aa7af; --faint: #eef2f4; --accent: #1f5673; --ground: #dfe5e8; }
        @media screen and (prefers-color-scheme: dark) { :root { --ground: #0f1316; } }
        * { box-sizing: border-box; }
        html { background: var(--ground); }
        body {
          margin: 0; color: var(--ink); overflow-wrap: anywhere;
          font: 11pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
          font-variant-numeric: tabular-nums;
        }
        html:lang(en) body {
          font-family: Georgia, "Times New Roman", "Liberation Serif", "DejaVu Serif", "Noto Serif CJK SC", "Source Han Serif SC", serif;
        }
        h1, h2 { text-align: center; line-height: 1.4; margin: 0 0 4mm; text-wrap: balance; }
        h1 { font-size: 18pt; }
        h2 { font-size: 14pt; }
        p { margin: 0 0 2mm; }
        table {
          width: calc(100% - 0.3mm); margin: 0 0.15mm; border-collapse: collapse; font-size: 10pt; line-height: 1.45; overflow-wrap: normal;
        }
        caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        th, td { border: 0.3mm solid var(--rule); padding: 1.2mm 2mm; text-align: left; vertical-align: middle; }
        thead th { background: var(--faint); text-align: center; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        .number { text-align: right; white-space: nowrap; }
        .code, .word { text-align: center; white-space: nowrap; }
        .table { overflow-x: auto; }
        .small { color: var(--soft); font-size: 9pt; }
        .sheet { background: #ffffff; }
        @media screen {
          .sheet { width: 210mm; max-width: 100%; margin: 8mm auto; padding: 15mm; box-shadow: 0 1mm 4mm rgb(0 0 0 / 25%); }
          .sheet.wide { width: 297mm; }
        }
        @media screen and (max-width: 760px) { .sheet { margin: 4mm 0; padding: 6mm; } }
        @media print {
          html { background: none; }
          main { padding: 0 0.3mm; }
          .table { overflow: visible; }
          .sheet { break-after: page; print-color-adjust: exact; }
          .sheet:last-child { break-after: auto; }
        }
        """
}
