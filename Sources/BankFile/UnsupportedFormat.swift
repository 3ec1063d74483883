import ExamModel
import Foundation
import TableFile

/// Says the way out for files that have no reader.
enum UnsupportedFormat {
    static func refusal(of url: URL) -> Refusal {
        let (chinese, english) =
            switch url.pathExtension.lowercased() {
            case "doc", "docx", "wps", "rtf", "odt":
                ("文字文档请另存为“纯文本 (.txt)”，编码选 UTF-8。", "Save the document as plain text (.txt) in UTF-8.")
            case "xls", "xlsm", "xlsb", "et", "ods", "numbers":
                ("请在表格软件中另存为“Excel 工作簿 (.xlsx)”。", "Save it as an Excel workbook (.xlsx).")
            case "pdf", "ofd", "jpg", "jpeg", "png":
                ("请取得原始文档，另存为 .txt 或 .xlsx。", "Get the original document and save it as .txt or .xlsx.")
            case "zip", "rar", "7z":
                ("请先解压，再逐个读取其中的文件。", "Unpack it first and read the files inside.")
            default:
                ("请另存为 .txt、.csv 或 .xlsx。", "Save it as .txt, .csv or .xlsx.")
            }
        return Refusal(
            .unsupportedFormat, at: Place(file: url.lastPathComponent), "题库文件只支持 .txt、.csv、.tsv、.xlsx。" + chinese,
            "Bank files are .txt, .csv, .tsv or .xlsx. " + english)
    }
}
