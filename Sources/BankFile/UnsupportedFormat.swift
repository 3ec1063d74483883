import ExamModel
import Foundation
import TableFile

/// Says the way out for files that have no reader.
enum UnsupportedFormat {
    static func refusal(of file: String) -> Refusal {
        let (chinese, english) =
            switch URL(filePath: file).pathExtension.lowercased() {
            case "wps", "rtf", "odt":
                ("文字文档请另存为“Word 文档 (.docx)”。", "Save the document as a Word document (.docx).")
            case "xlsb", "ods", "numbers":
                ("请在表格软件中另存为“Excel 工作簿 (.xlsx)”。", "Save it as an Excel workbook (.xlsx).")
            case "pdf", "ofd", "jpg", "jpeg", "png":
                ("请取得原始文档，另存为 .docx 或 .xlsx。", "Get the original document and save it as .docx or .xlsx.")
            case "zip":
                ("此压缩包不是 QTI 题包，请先解压，再逐个读取其中的文件。", "This is no QTI package; unpack it and read the files inside.")
            case "rar", "7z":
                ("请先解压，再逐个读取其中的文件。", "Unpack it first and read the files inside.")
            default:
                ("请另存为 .docx、.xlsx 或 .txt。", "Save it as .docx, .xlsx or .txt.")
            }
        return Refusal(
            .unsupportedFormat, at: Place(file: file),
            "题库文件支持 .txt、.docx、.xlsx、.xls、.csv、.tsv、.json、GIFT、Aiken、Moodle XML、QTI 和网页。" + chinese,
            "Bank files are .txt, .docx, .xlsx, .xls, .csv, .tsv, .json, GIFT, Aiken, Moodle XML, QTI and web pages. "
                + english)
    }
}
