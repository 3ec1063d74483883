/// How the page looks: on screen by day and by night, on a telephone, and on A4.
enum PageStyle {
    static let sheet = [colours, text, figures, tables, charts, notes, narrow, print].joined(separator: "\n")

    private static let colours = """
        :root {
          --paper: #ffffff; --ground: #f4f6f7; --ink: #1c2429; --soft: #5a6872; --rule: #d9e0e4; --faint: #eef2f4;
          --accent: #1f5673; --accent-soft: #dbe8ef; --open: #8a4b08; --open-soft: #fdf1de;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root {
            --paper: #161b1f; --ground: #0f1316; --ink: #e3e8eb; --soft: #97a5ae; --rule: #2c353b; --faint: #1d2429;
            --accent: #86bcd8; --accent-soft: #1e3442; --open: #f0b25f; --open-soft: #33260f;
          }
        }
        """

    private static let text = """
        * { box-sizing: border-box; }
        html { background: var(--ground); -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
        body {
          margin: 0 auto; max-width: 1120px; padding: 56px 64px 40px; background: var(--paper); color: var(--ink);
          font: 16px/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
          font-variant-numeric: tabular-nums; text-spacing-trim: trim-start; overflow-wrap: anywhere;
        }
        html:lang(en) body {
          font-family: "Segoe UI", Helvetica, Arial, "Liberation Sans", "DejaVu Sans", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
        }
        p { margin: 0 0 12px; }
        a { color: var(--accent); text-underline-offset: 3px; }
        h1, h2, h3 { line-height: 1.4; font-weight: 700; text-wrap: balance; }
        h1 { font-size: 34px; margin: 6px 0 10px; letter-spacing: 0.01em; }
        h2 { font-size: 22px; margin: 64px 0 16px; padding-left: 14px; border-left: 4px solid var(--accent); }
        h3 { font-size: 17px; margin: 32px 0 6px; }
        header { border-bottom: 1px solid var(--rule); padding-bottom: 20px; }
        header .kind { color: var(--accent); font-weight: 700; margin: 0; }
        header .kind:lang(zh) { letter-spacing: 0.3em; }
        header .session { color: var(--soft); margin: 0; }
        nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: 2px 22px; margin: 22px 0 0; padding: 0; }
        nav a { font-size: 14px; text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        .lead, .empty { color: var(--soft); font-size: 14px; }
        footer { margin-top: 64px; padding-top: 16px; border-top: 1px solid var(--rule); }
        footer p { color: var(--soft); font-size: 13px; margin: 0; }
        """

    private static let figures = """
        h2.quiet, caption { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); border: 0; }
        .figures { display: grid; grid-template-columns: repeat(5, 1fr); margin: 28px 0 0; }
        .figures div { padding: 4px 0 4px 22px; border-left: 1px solid var(--rule); }
        .figures div:first-child { padding-left: 0; border-left: 0; }
        .figures dt { font-size: 14px; color: var(--soft); }
        .figures dd { margin: 0; }
        .figures .figure { font-size: 34px; line-height: 1.3; font-weight: 700; color: var(--accent); }
        .figures .note { font-size: 13px; color: var(--soft); }
        """

    private static let tables = """
        .table { overflow-x: auto; margin-bottom: 12px; }
        table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.6; overflow-wrap: normal; }
        th, td { padding: 7px 12px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
        thead th { border-bottom: 1.5px solid var(--accent); color: var(--soft); font-weight: 700; white-space: nowrap; }
        tbody th { font-weight: 400; }
        th:first-child, td:first-child { padding-left: 6px; }
        #coverage th, #coverage td { padding-left: 5px; padding-right: 5px; }
        .number { text-align: right; white-space: nowrap; }
        .code, .word { white-space: nowrap; }
        td.long { color: var(--soft); font-size: 13px; line-height: 1.65; min-width: 16em; }
        tr.advances td.text, tr.advances td.word { font-weight: 700; }
        tr.advances { background: var(--accent-soft); }
        tr.open { background: var(--open-soft); }
        tr.open td.text, tr.open td.word { color: var(--open); }
        """

    private static let charts = """
        .beside { display: grid; grid-template-columns: minmax(0, 1fr) 210px; gap: 40px; align-items: start; }
        .beside th, .beside td { padding-top: 3px; padding-bottom: 3px; }
        .chart { width: 100%; height: auto; }
        .chart text { font-size: 12px; fill: var(--soft); text-anchor: middle; }
        .chart .end { text-anchor: end; }
        .chart .value { fill: var(--ink); }
        .chart .mean-label { fill: var(--open); }
        .bar { fill: var(--accent); }
        .track { fill: var(--faint); }
        .grid { stroke: var(--rule); }
        .axis { stroke: var(--soft); }
        .mean { stroke: var(--open); stroke-width: 1.5; stroke-dasharray: 4 4; }
        .chart .label { fill: var(--ink); }
        .chart .start { text-anchor: start; }
        .box { fill: var(--accent-soft); stroke: var(--accent); }
        .whisker { stroke: var(--soft); }
        .median { stroke: var(--accent); stroke-width: 3; }
        .dot { fill: var(--accent); fill-opacity: 0.75; }
        .flagged { fill: var(--open); }
        .radars { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 8px 12px; margin: 12px 0 24px; }
        .radar { margin: 0; break-inside: avoid; text-align: center; }
        .radar figcaption { font-size: 13px; line-height: 1.3; }
        .ring { fill: none; stroke: var(--rule); }
        .everybody { fill: none; stroke: var(--soft); stroke-dasharray: 3 3; }
        .team { fill: var(--accent); fill-opacity: 0.22; stroke: var(--accent); stroke-width: 1.5; }
        th.rate { font-weight: 400; }
        td.rate { width: 55%; vertical-align: middle; }
        svg.rate { display: block; width: 100%; height: 14px; border-radius: 3px; }
        """

    private static let notes = """
        .notice { margin: 24px 0 0; padding: 12px 18px; background: var(--open-soft); color: var(--open); border-radius: 6px; }
        .notice a { color: inherit; }
        .flags ul, .rules, .rules ul { margin: 0; padding-left: 1.3em; }
        .flags li, .rules li { margin: 4px 0; }
        .flags.open h3 { color: var(--open); }
        .flags .people { list-style: none; padding: 4px 0 0; columns: 3; column-gap: 28px; color: var(--soft); font-size: 13px; }
        .check { margin: 0 0 10px; }
        .check dt { color: var(--soft); font-size: 13px; }
        .check dd { margin: 0; }
        code {
          font-family: "Noto Sans Mono CJK SC", "Sarasa Mono SC", Consolas, Menlo, monospace; font-size: 13px;
          overflow-wrap: anywhere;
        }
        """

    private static let narrow = """
        @media screen and (max-width: 760px) {
          body { padding: 28px 20px; }
          h1 { font-size: 26px; }
          h2 { margin-top: 48px; }
          .figures { grid-template-columns: repeat(2, 1fr); row-gap: 20px; }
          .figures div { padding-left: 16px; }
          .figures div:nth-child(odd) { padding-left: 0; border-left: 0; }
          .beside { grid-template-columns: 1fr; gap: 20px; }
          .flags .people { columns: 1; }
          td.text { white-space: nowrap; }
        }
        """

    private static let print = """
        @page { size: A4; margin: 18mm 15mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
        @media print {
          html, body { background: none; }
          body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.65; print-color-adjust: exact; }
          nav { display: none; }
          .notice a { text-decoration: none; }
          h1 { font-size: 21pt; }
          h2 { font-size: 14pt; margin-top: 26pt; }
          h1, h2, h3, .lead { break-after: avoid; }
          table { font-size: 9pt; }
          td.long { font-size: 8.5pt; }
          th, td { padding: 3.5pt 6pt; }
          thead { display: table-header-group; }
          tr, .figures, .chart, .notice, .check, #distribution, #topics, #rules { break-inside: avoid; }
          .table { overflow: visible; }
          #teams td.text, #advancing td.text { white-space: nowrap; }
          #honours, #teams, #individuals, #items { break-before: page; }
          .radars { grid-template-columns: repeat(5, 1fr); }
          #items td, #items th { padding-top: 1.5pt; padding-bottom: 1.5pt; }
          #cities table, #team-topics table { font-size: 7.5pt; }
          #cities th, #cities td, #team-topics th, #team-topics td { padding-left: 3pt; padding-right: 3pt; }
          .figures .figure { font-size: 20pt; }
          .beside { grid-template-columns: minmax(0, 1fr) 130pt; gap: 18pt; }
        }
        """
}
