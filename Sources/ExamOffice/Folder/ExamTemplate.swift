import AtomicFile
import ExamModel
import Foundation

/// The files of a new exam folder: a small exam that can be run as it is, once a bank and a roster are there.
enum ExamTemplate {
    /// Writes the template to a folder that is not there yet, and returns the files.
    static func write(to url: URL) throws(Refusal) -> [URL] {
        guard !FileManager.default.fileExists(atPath: url.path) else {
            throw Refusal(
                .folderInUse, at: Place(file: url.path), "这个文件夹已存在，请换一个名字",
                "the folder is there already; choose another name")
        }
        let folder = ExamFolder(url)
        try folder.makeFolder(url)
        let files = [
            (folder.examFile, exam), (folder.blueprintFile, blueprint), (folder.rulesFile, rules),
            (url.appending(path: "roster.csv"), roster),
        ]
        for (file, text) in files { try AtomicFile.write(Data(text.utf8), to: file) }
        return files.map { $0.0 }
    }

    private static let exam = """
        # 考试设置。时间为北京时间。
        id: new-exam
        title: 请填写考试名称
        session:
          name: 第一场
          start: 2030-01-01 09:00
          minutes: 90
          latest-start: 30        # 开考后多少分钟内可以入场
          earliest-hand-in: 30    # 开考多少分钟后可以交卷
        room-rules:
          - 核对屏幕上的姓名、准考证号和座位，不一致的立即举手报告监考员。
          - 到时自动交卷。交卷后请记下回执码，听从监考员安排离场。
        barred-lists: []          # 不得参加人员名单的文件名，如 [barred.csv]

        """

    private static let blueprint = """
        # 命题细目表。type 可写 single-choice、multiple-choice、true-false。
        # scoring 可写 { rule: exact }、{ rule: per-option, each: 0.5 }、{ rule: under-selection, partial: 0.5 }、
        # { rule: plus-minus, right: 0.5, wrong: 0.5 }、{ rule: deduction, penalty: 0.5 }。
        forms: 2
        total: 100
        sections:
          - title: 单项选择题
            type: single-choice
            count: 60
            marks: 1
            scoring: { rule: exact }
          - title: 多项选择题
            type: multiple-choice
            count: 20
            marks: 1.5
            scoring: { rule: per-option, each: 0.5 }
          - title: 判断题
            type: true-false
            count: 20
            marks: 0.5
            scoring: { rule: exact }
        topics:                   # 各大题均按此比例，合计 100%
          劳动关系: 50%
          社会保险: 50%
        difficulty:               # 全卷比例，合计 100%
          易: 15%
          较易: 25%
          中等: 30%
          较难: 20%
          难: 10%
        difficulty-tolerance: 2   # 各级可多或少几题

        """

    private static let rules = """
        # 排名规则。
        teams:
          size: 4                 # 每队人数，含替补
          counted: 3              # 取前几名队员成绩之和
          advancing: 10           # 晋级队数
        tie-breaks:               # 依次比较；仍相同的并列，由裁判裁定。也可写 - time: less-first
          - section: 多项选择题
        voided-items: full-marks  # 申诉后作废的试题全体给满分；或写 rescale，剔除后折算。封卷后不能再改
        honours:
          - name: 知识通
            count: 12

        """

    private static let roster = "\u{FEFF}准考证号,姓名,身份证号,代表队,市州,单位,队员类别,座位\r\n"
}
