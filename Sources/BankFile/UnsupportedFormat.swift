import ExamModel
import Foundation
import TableFile

/// Says the way out for files that have no reader.
enum UnsupportedFormat {
    static func refusal(of url: URL) -> Refusal {
        let (chinese, english) =
            switch url.pathExtension.lowercased() {
            case "wps", "rtf", "odt":
                ("文字文档请另存为“Word 文档 (.docx)”。", "Save the document as a Word document (.docx).")
            case "xls", "xlsm", "xlsb", "et", "ods", "numbers":
                ("请在表格软件中另存为“Excel 工作簿 (.xlsx)”。", "Save it as an Excel workbook (.xlsx).")
            case "pdf", "ofd", "jpg", "jpeg", "png":
                ("请取得原始文档，另存为 .docx 或 .xlsx。", "Get the original document and save it as .docx or .xlsx.")
            case "zip", "rar", "7z":
                ("请先解压，再逐个读取其中的文件。", "Unpack it first and read the files inside.")
            default:
                ("请另存为 .docx、.xlsx 或 .txt。", "Save it as .docx, .xlsx or .txt.")
            }
        return Refusal(
            .unsupportedFormat, at: Place(file: url.lastPathComponent),
            "题库文件只支持 .txt、.docx、.csv、.tsv、.xlsx 和网页。" + chinese,
            "Bank files are .txt, .docx, .csv, .tsv, .xlsx or web pages. " + english)
    }
}
