/// What the equity page has beside ``PageStyle``.
enum EquityStyle {
    static let sheet = """
        .shapes { columns: 2; column-gap: 28px; list-style: none; padding: 0; }
        td.off { color: var(--open); font-weight: 700; }
        #rows table, #levels table { table-layout: fixed; }
        #rows th:first-child { width: 52%; }
        .chart .value { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
        .line { fill: none; stroke-width: 2; }
        .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-bottom: 20px; font-size: 13px; color: var(--soft); }
        .legend svg { width: 22px; height: 10px; }
        td.bar-cell { width: 34%; }
        @media screen and (max-width: 760px) {
          #rows td.text { white-space: normal; overflow-wrap: anywhere; }
          #levels table { table-layout: auto; }
          .chart text { font-size: 18px; }
        }
        @media print { h2 { break-before: auto; } #rows table { font-size: 8pt; } }
        """
}
