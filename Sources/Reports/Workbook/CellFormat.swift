import CXlsxWriter
import ExamModel

/// How a cell looks.
struct CellFormat {
    let handle: UnsafeMutablePointer<lxw_format>
}

/// The formats of a workbook, one family: thin grey rules, a calm header.
struct CellFormats {
    let header: CellFormat
    let text: CellFormat
    let code: CellFormat
    /// By the number of decimals, 0 to 3.
    let numbers: [CellFormat]

    init(_ workbook: Workbook) throws(Refusal) {
        header = try Self.make(workbook) { format in
            format_set_bold(format)
            format_set_bg_color(format, 0xE3ECF1)
            format_set_font_color(format, 0x1B3A4B)
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        text = try Self.make(workbook) { format in
            format_set_text_wrap(format)
            format_set_indent(format, 1)
        }
        code = try Self.make(workbook) { format in
            format_set_num_format(format, "@")
            format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        var numbers: [CellFormat] = []
        for pattern in ["0", "0.0", "0.00", "0.000"] {
            numbers.append(try Self.make(workbook) { format_set_num_format($0, pattern) })
        }
        self.numbers = numbers
    }

    private static func make(
        _ workbook: Workbook, _ set: (UnsafeMutablePointer<lxw_format>) -> Void
    ) throws(Refusal) -> CellFormat {
        let handle = try workbook.format { format in
            format_set_font_name(format, "Microsoft YaHei")
            format_set_font_size(format, 10)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xC3CDD3)
            set(format)
        }
        return CellFormat(handle: handle)
    }
}
