#!/usr/bin/env python3
"""Makes the files of this folder: banks in layouts of our own, each with what a reader must find in it (*.truth.json).

Usage: make.py [FOLDER]. The contents are composed; 12_legacy.xls is made from 11_sheets.xlsx by LibreOffice.
"""
import base64, io, json, os, sys, zipfile

FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))


def q(kind, stem, options, answer, explanation=None, parts=None):
    made = {"type": kind, "stem": stem, "options": options, "answer": answer}
    if explanation:
        made["explanation"] = explanation
    if parts:
        made["parts"] = parts
    return made


def write(name, data, questions, rejections=(), warnings=(), note=""):
    with open(os.path.join(FOLDER, name), "wb") as file:
        file.write(data)
    truth = {"file": name, "layout": note, "questions": questions, "optional": [], "rejections": list(rejections),
             "warnings": list(warnings)}
    with open(os.path.join(FOLDER, name + ".truth.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file, ensure_ascii=False, indent=1)
        file.write("\n")


S1 = q("single", "用人单位自（）起即与劳动者建立劳动关系。", ["签订合同之日", "用工之日", "备案之日", "转正之日"], "B")
S2 = q("single", "缺乏维生素B.引起的职业禁忌，由（）认定。", ["甲机构B.科", "乙机构", "A、C两家会商", "以上都不是"], "C")
S3 = q("single", "滞纳金按日加收的比例为（）。", ["0.05%", "0.5%", "5%", "万分之一"], "A")
M1 = q("multiple", "下列属于工伤保险待遇的有（）。", ["医疗费", "伙食补助费", "取暖费", "伤残补助金", "误餐费"], "ABD")
M2 = q("multiple", "劳动合同分为（）。", ["固定期限", "无固定期限", "以完成一定工作任务为期限"], "ABC")
J1 = q("judge", "职工个人不缴纳工伤保险费。", [], True)
J2 = q("judge", "劳动争议仲裁收取仲裁费。", [], False)
F1 = q("blank", "三年以上固定期限的劳动合同，试用期不得超过____个月。", [], ["六"])
F2 = q("blank", "社会保险费由____和____共同缴纳。", [], ["用人单位", "职工"])
T1 = q("short", "简述经济补偿的支付标准。", [], "每满一年支付一个月工资；不满六个月的支付半个月工资。")

# Text ---------------------------------------------------------------------------------------------------------------

write("01_fullwidth_glued.txt", """一、单选题（每题２分）
１．用人单位自（　Ｂ　）起即与劳动者建立劳动关系。
Ａ．签订合同之日Ｂ．用工之日Ｃ．备案之日Ｄ．转正之日
２．滞纳金按日加收的比例为（Ａ）。
Ａ．0.05%Ｂ．0.5%Ｃ．5%Ｄ．万分之一
二、多选题
１．劳动合同分为（Ａ、Ｂ、Ｃ）。
Ａ．固定期限Ｂ．无固定期限Ｃ．以完成一定工作任务为期限
三、判断题
１．职工个人不缴纳工伤保险费。（　√　）
２．劳动争议仲裁收取仲裁费。（　×　）
""".encode("gb18030"), [S1, S3, M2, J1, J2], note="GB18030, full width, options glued")

write("02_brackets_utf16.txt", ("\ufeff" + """第一部分  单项选择题

1、用人单位自（ ）起即与劳动者建立劳动关系。
(A)签订合同之日
(B)用工之日
(C)备案之日
(D)转正之日
【答案】B
2、滞纳金按日加收的比例为（ ）。
(A)0.05%  (B)0.5%
(C)5%     (D)万分之一
【答案】(A)

第二部分  判断题
3、职工个人不缴纳工伤保险费。
【答案】T
4、劳动争议仲裁收取仲裁费。
【答案】F
""").replace("\n", "\r\n").encode("utf-16-le"), [S1, S3, J1, J2], note="UTF-16LE with mark, CRLF, (A)")

write("03_small_letters.txt", """1) 用人单位自____起即与劳动者建立劳动关系。
a) 签订合同之日
b) 用工之日
c) 备案之日
d) 转正之日
答案: b

2) 下列属于工伤保险待遇的有（）。
a) 医疗费  b) 伙食补助费  c) 取暖费  d) 伤残补助金  e) 误餐费
答案: a,b,d
""".encode(), [q("single", "用人单位自____起即与劳动者建立劳动关系。", S1["options"], "B"), M1], note="1) and a)")

write("04_key_in_grid.txt", """机关单位知识测试卷

一、单项选择题（共3题，每题1分）
1. 用人单位自（）起即与劳动者建立劳动关系。
A. 签订合同之日  B. 用工之日
C. 备案之日  D. 转正之日
2. 缺乏维生素B.引起的职业禁忌，由（）认定。
A. 甲机构B.科
B. 乙机构
C. A、C两家会商
D. 以上都不是
3. 滞纳金按日加收的比例为（）。
A. 0.05% B. 0.5% C. 5% D. 万分之一
二、多项选择题（共2题）
1. 下列属于工伤保险待遇的有（）。
A. 医疗费 B. 伙食补助费 C. 取暖费 D. 伤残补助金 E. 误餐费
2. 劳动合同分为（）。
A. 固定期限
B. 无固定期限
C. 以完成一定工作任务为期限
三、判断题（共2题）
1. 职工个人不缴纳工伤保险费。（ ）
2. 劳动争议仲裁收取仲裁费。（ ）
四、填空题
1. 三年以上固定期限的劳动合同，试用期不得超过____个月。
2. 社会保险费由____和____共同缴纳。
五、简答题
1. 简述经济补偿的支付标准。

参考答案
一、单项选择题
题号\t1\t2\t3
答案\tB\tC\tA
二、多项选择题
1.ABD  2.ABC
三、判断题
1—2 √×
四、填空题
1. 六
2. 用人单位；职工
五、简答题
1. 每满一年支付一个月工资；
不满六个月的支付半个月工资。
""".encode(), [S1, S2, S3, M1, M2, J1, J2, F1, F2, T1], note="key at the end: grid, list, range, words")

write("05_running_numbers.txt", """单选题
1.用人单位自（）起即与劳动者建立劳动关系。
A、签订合同之日
B、用工之日
C、备案之日
D、转正之日
2.滞纳金按日加收的比例为（）。
A、0.05%
B、0.5%
C、5%
D、万分之一
多选题
3.下列属于工伤保险待遇的有（）。
A、医疗费
B、伙食补助费
C、取暖费
D、伤残补助金
E、误餐费
判断题
4.职工个人不缴纳工伤保险费。
5.劳动争议仲裁收取仲裁费。
答案：1.B 2.A 3.ABD 4.正确 5.错误
""".encode(), [S1, S3, M1, J1, J2], note="numbers run on, one key line")

write("06_page_furniture.txt", """2020年度业务知识题库
内部资料 严禁外传
一、单选题
1. 用人单位自（）起即与劳动者
2020年度业务知识题库
第 1 页 共 3 页

建立劳动关系。
A. 签订合同之日
B. 用工之日
— 2 —
2020年度业务知识题库
C. 备案之日
D. 转正之日
答案：B
……………密……………封……………线……………
2020年度业务知识题库
- 3 -
2. 滞纳金按日加收的比例为（）。
A. 0.05%
B. 0.5%
C. 5%
D. 万分之一
答案：A
第3页/共3页
""".encode(), [S1, S3], note="page numbers, running head, margins inside items")

write("07_judgement_spellings.txt", """判断题
1. 甲说正确。
答案：✓
2. 乙说有误。（✗）
3. （对）丙说正确。
4. 丁说有误。
答案：错误。
5. 戊说正确。 ( T )
6. 己说有误。【答案】F
7. 庚说正确。
答案：A
A、正确 B、错误
8. 辛说有误。
A. 对
B. 错
答案：B
9. 壬说不清。
答案：也许
""".encode(), [q("judge", "甲说正确。", [], True), q("judge", "乙说有误。（）", [], False), q("judge", "（）丙说正确。", [], True),
               q("judge", "丁说有误。", [], False), q("judge", "戊说正确。", [], True), q("judge", "己说有误。", [], False),
               q("judge", "庚说正确。", [], True), q("judge", "辛说有误。", [], False)],
      [{"line": 17, "endLine": 18, "code": "BAD_JUDGE_ANSWER"}], note="spellings of right and wrong")

PART1 = q("single", "公司最迟应当何时订立书面合同（）。", ["当日", "一个月内", "三个月内"], "B", "第十条")
PART2 = q("judge", "公司应当支付二倍工资。", [], True)
PART3 = q("short", "张某可以怎样维权？", [], "1.协商；\n2.调解；\n3.仲裁。")
CASE = q("case", "张某入职甲公司，未签合同。\n（1）公司称已口头约定；\n（2）张某不认可。", [], "", None, [PART1, PART2, PART3])
write("08_cases.txt", """一、案例分析题（共2题）
1.【材料】张某入职甲公司，未签合同。
（1）公司称已口头约定；
（2）张某不认可。
（1）【单选题】公司最迟应当何时订立书面合同（）。
A、当日
B、一个月内
C、三个月内
正确答案：B
答案解析：第十条
（2）【判断题】公司应当支付二倍工资。
正确答案：正确
（3）【简答题】张某可以怎样维权？
正确答案：1.协商；
2.调解；
3.仲裁。
难度：较难
2.【材料】李某退休。
（1）【单选题】滞纳金按日加收的比例为（）。
A、0.05%
B、0.5%
C、5%
D、万分之一
正确答案：A
二、单选题
根据以下材料，回答1—2题。
王某在上班途中受伤。
1. 用人单位自（）起即与劳动者建立劳动关系。
A、签订合同之日
B、用工之日
C、备案之日
D、转正之日
正确答案：B
2. 缺乏维生素B.引起的职业禁忌，由（）认定。
A、甲机构B.科
B、乙机构
C、A、C两家会商
D、以上都不是
正确答案：C
""".encode(), [CASE, q("case", "李某退休。", [], "", None, [S3]), q("case", "王某在上班途中受伤。", [], "", None, [S1, S2])],
      note="cases, lists in material and answers, material for a range of items")

# Tables -------------------------------------------------------------------------------------------------------------

write("09_semicolons.csv", ("某某系统导出；请勿修改表头\r\n序号;题目类型;试题内容;选项;正确答案;出题依据;分值\r\n"
                            + '1;单选题;用人单位自（）起即与劳动者建立劳动关系。;"A.签订合同之日\r\nB.用工之日\r\nC.备案之日\r\nD.转正之日";B;"第七条""用工""";2\r\n'
                            + '2;多选题;劳动合同分为（）。;固定期限|无固定期限|以完成一定工作任务为期限;A,B,C;;2\r\n'
                            + '3;判断题;职工个人不缴纳工伤保险费。;;√;;1\r\n'
                            + '4;单选题;;"甲|乙";A;;1\r\n').encode("gb18030"),
      [q("single", S1["stem"], S1["options"], "B", '第七条"用工"'), M2, J1], [{"row": 6, "code": "EMPTY_STEM"}],
      note="semicolons, title row, options in one cell, quoted line breaks")

write("10_unicode_text.txt", ("\ufeff题干\t选项A\t选项B\t选项C\t选项D\t答案\t题型\r\n"
                              + "用人单位自（）起即与劳动者建立劳动关系。\t签订合同之日\t用工之日\t备案之日\t转正之日\tB\t1\r\n"
                              + "职工个人不缴纳工伤保险费。\t\t\t\t\t对\t3\r\n").encode("utf-16-le"), [S1, J1],
      note="Unicode text of a spreadsheet program, types by number")


def escape(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"


def workbook(sheets):
    """sheets: (name, hidden, rows, merges); a cell is text, number, ("f", formula, value) or None."""
    data = io.BytesIO()
    archive = zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED)

    def add(name, text):
        archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)

    overrides = "".join(f'<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' for i in range(len(sheets)))
    add("[Content_Types].xml", f'<Types xmlns="{PKG}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{overrides}</Types>')
    add("_rels/.rels", f'<Relationships xmlns="{PKG}/relationships"><Relationship Id="r" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    names = "".join(f'<sheet name="{escape(n)}" sheetId="{i + 1}" r:id="r{i + 1}"{" state=" + chr(34) + "hidden" + chr(34) if h else ""}/>' for i, (n, h, _, _) in enumerate(sheets))
    add("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{names}</sheets></workbook>')
    links = "".join(f'<Relationship Id="r{i + 1}" Type="{REL}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>' for i in range(len(sheets)))
    add("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PKG}/relationships">{links}</Relationships>')
    for index, (_, _, rows, merges) in enumerate(sheets):
        xml = f'<worksheet xmlns="{MAIN}"><sheetData>'
        for r, row in enumerate(rows, 1):
            xml += f'<row r="{r}">'
            for c, cell in enumerate(row):
                at = f"{chr(65 + c)}{r}"
                if cell is None:
                    continue
                if isinstance(cell, tuple):
                    xml += f'<c r="{at}" t="str"><f>{escape(cell[1])}</f><v>{escape(cell[2])}</v></c>'
                elif isinstance(cell, (int, float)):
                    xml += f'<c r="{at}"><v>{cell}</v></c>'
                else:
                    xml += f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
            xml += "</row>"
        xml += "</sheetData>"
        if merges:
            xml += f'<mergeCells count="{len(merges)}">' + "".join(f'<mergeCell ref="{m}"/>' for m in merges) + "</mergeCells>"
        add(f"xl/worksheets/sheet{index + 1}.xml", xml + "</worksheet>")
    archive.close()
    return data.getvalue()


N1 = q("single", "一级伤残的补助金为（）个月本人工资。", ["21", "23", "25", "27"], "D")
sheets = [
    ("使用说明", False, [["本表用于导入试题"], ["请勿改动表头"]], []),
    ("单选题", False, [["单选题导入模板", None, None, None, None, None], ["题目", "A", "B", "C", "D", "正确选项", "章节"],
                    [S1["stem"]] + S1["options"] + ["B", "劳动关系"], [N1["stem"], 21, 23, 25, 27, "D", None],
                    ["公式题（）。", "甲", "乙", "丙", "丁", ("f", 'UPPER("a")', "A"), None]], ["A1:G1", "G3:G5"]),
    ("多选", False, [["题目", "选项", "正确选项"], [M2["stem"], "\n".join(M2["options"]), "ABC"]], []),
    ("判断（2题）", False, [["题目", "正确选项"], [J1["stem"], "A"], [J2["stem"], "错"]], []),
    ("备份", True, [["题目", "A", "B", "正确选项"], ["旧题（）。", "甲", "乙", "A"]], []),
]
write("11_sheets.xlsx", workbook(sheets), [S1, N1, M2, J2],
      [{"sheet": "单选题", "row": 5, "code": "FORMULA_CELL"}, {"sheet": "判断（2题）", "row": 2, "code": "BAD_JUDGE_ANSWER"}],
      note="a sheet a type, title row, merged cells, hidden sheet, numbers, formula")

write("13_page.xls", """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="gb2312"><style>td{mso-number-format:"\\@"}</style></head>
<body><table border=1><tr><td colspan=7>题库导出</td></tr>
<tr><th>题型<th>题干<th>选项一<th>选项二<th>选项三<th>选项四<th>答案</tr>
<tr><td rowspan=2>单选题</td><td>用人单位自（&nbsp;）起即与劳动者建立劳动关系。</td><td>签订合同之日</td><td>用工之日</td><td>备案之日</td><td>转正之日</td><td>B</td></tr>
<tr><td>滞纳金按日加收的比例为（）。</td><td>0.05%</td><td>0.5%</td><td>5%</td><td>万分之一</td><td>A</td></tr>
<tr><td>判断题</td><td>职工个人不缴纳<b>工伤</b>保险费。</td><td></td><td></td><td></td><td></td><td>正确</td></tr>
</table></body></html>""".encode("gb18030"), [S1, S3, J1], note="HTML named .xls, cells without ends, rowspan")

# Documents ----------------------------------------------------------------------------------------------------------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body, parts=(), links=()):
    data = io.BytesIO()
    archive = zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED)

    def add(name, text):
        archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)

    add("[Content_Types].xml", f'<Types xmlns="{PKG}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="mht" ContentType="message/rfc822"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    add("_rels/.rels", f'<Relationships xmlns="{PKG}/relationships"><Relationship Id="r" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>')
    rels = "".join(f'<Relationship Id="{i}" Type="{REL}/{t}" Target="{p}"/>' for i, t, p in links)
    add("word/_rels/document.xml.rels", f'<Relationships xmlns="{PKG}/relationships">{rels}</Relationships>')
    add("word/document.xml", f'<w:document xmlns:w="{W}" xmlns:r="{REL}"><w:body>{body}<w:sectPr/></w:body></w:document>')
    for name, text in parts:
        add(name, text)
    archive.close()
    return data.getvalue()


def p(text, num=None, level=0):
    props = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>' if num else ""
    runs = "".join(f"<w:r><w:t xml:space=\"preserve\">{escape(part)}</w:t></w:r>" for part in text.split("|"))
    return f"<w:p>{props}{runs}</w:p>"


def table(rows):
    xml = "<w:tbl>"
    for row in rows:
        xml += "<w:tr>"
        for cell in row:
            merge, text = ("", cell) if isinstance(cell, str) else cell
            paragraphs = "".join(p(line) for line in text.split("\n"))
            xml += f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraphs}</w:tc>"
        xml += "</w:tr>"
    return xml + "</w:tbl>"


def level(index, form, text):
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


numbering = (f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "upperLetter", "%2")}</w:abstractNum>'
             f'<w:abstractNum w:abstractNumId="1">{level(0, "chineseCountingThousand", "%1、")}</w:abstractNum>'
             '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
             '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>')


def numbered(question, num):
    return p(question["stem"], num) + "".join(p(option, num, 1) for option in question["options"])


body = (p("单选题（共2题）", 2) + numbered(S1, 1) + numbered(S3, 1) + p("判断题", 2) + p(J1["stem"], 3) + p(J2["stem"], 3)
        + p("参考答案") + table([["大题", ""], ["一、单选题", ""], ["题号", "1", "2"], ["答案", "B", "A"], ["二、判断题", ""], ["题号", "1", "2"], ["答案", "√", "×"]][1:]))
write("14_numbered.docx", document(body, [("word/numbering.xml", numbering)], [("n", "numbering", "numbering.xml")]),
      [S1, S3, J1, J2], note="automatic numbers of headings, items and options; key in a grid")

restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
body = (p("题库") + p("一、单选题（共3题）")
        + table([["序号", "题干", "选项", "答案", "解析"], ["1", S1["stem"], "A.签订合同之日\nB.用工之日\nC.备案之日\nD.转正之日", "B", "第七条"],
                 ["2", S3["stem"], "A.0.05% B.0.5% C.5% D.万分之一", "A", ""]])
        + table([["3", N1["stem"], "A.21\nB.23\nC.25\nD.27", "D", ""]]) + p("二、其他")
        + table([["题型", "题目", "答案"], [(restart, "判断题"), J1["stem"], "正确"], [(go_on, ""), J2["stem"], "错误"]])
        + p("三、单题表")
        + table([["题干", F2["stem"]], ["题型", "填空题"], ["答案", "用人单位；职工"], ["解析", "第四条"]]))
write("15_tables.docx", document(body), [q("single", S1["stem"], S1["options"], "B", "第七条"), S3, N1, J1, J2,
                                         q("blank", F2["stem"], [], F2["answer"], "第四条")],
      warnings=[{"code": "COUNT_MISMATCH"}], note="tables with an item a row, continued, merged type, a table an item")

mht = ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"=_x\"\r\n\r\n--=_x\r\nContent-Type: text/html; charset=utf-8\r\n"
       "Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(("<html><body><p>二、判断题</p><p>1. 职工个人不缴纳工伤保险费。<br>答案：对</p>"
       "<p>2. 劳动争议仲裁收取仲裁费。</p><p>答案：错</p></body></html>").encode()).decode().replace("\n", "\r\n") + "--=_x--\r\n")
body = (p("一、单选题")
        + '<w:p><w:r><w:t>1. 用人单位自</w:t></w:r><w:del w:id="1"><w:r><w:delText>登记</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>（）</w:t></w:r></w:ins>'
          '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的字</w:t></w:r><w:r><w:t>起即与劳动者建立</w:t></w:r></w:p>'.replace("建立</w:t></w:r></w:p>", "建立</w:t></w:r></w:p>")
        + '<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t>劳动</w:t></w:r></w:p><w:p><w:r><w:t>关系。</w:t></w:r></w:p>'
        + "<w:p><w:r><w:t>A．签订合同之日</w:t><w:tab/><w:t>B．用工之日</w:t><w:br/><w:t>C．备案之日</w:t><w:tab/><w:t>D．转正之日</w:t></w:r></w:p>"
        + '<w:p><w:r><w:t>答案：B </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'.replace('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "")
        + '<w:altChunk r:id="chunk"/>')
write("16_changes.docx", document(body, [("word/chunk.mht", mht)], [("chunk", "aFChunk", "chunk.mht")]), [S1, J1, J2],
      warnings=[{"code": "HIDDEN_TEXT_SKIPPED"}], note="tracked changes, a deleted paragraph mark, hidden text, altChunk in MHT")

write("17_page.doc", ("<html><body><h1>一、单选题</h1><ol><li>用人单位自（B）起即与劳动者建立劳动关系。<br>A.签订合同之日&nbsp;&nbsp;B.用工之日<br>C.备案之日 D.转正之日</li>"
                      "<li>滞纳金按日加收的比例为（A）。<p>A.0.05%</p><p>B.0.5%</p><p>C.5%</p><p>D.万分之一</p></li></ol></body></html>").encode(),
      [S1, S3], note="HTML named .doc, list with numbers")

# Interchange --------------------------------------------------------------------------------------------------------

write("18_xzs.json", json.dumps({"code": 1, "response": {"total": 5, "list": [
    {"id": 7, "questionType": 1, "title": "<p>用人单位自（）起即与劳动者建立劳动关系。</p>", "items": [
        {"prefix": c, "content": o, "score": None} for c, o in zip("ABCD", S1["options"])], "analyze": "<p>第七条</p>", "correctArray": None,
     "correct": "B", "score": "2", "difficult": 2},
    {"id": 8, "questionType": 2, "title": M1["stem"], "items": [{"prefix": c, "content": o} for c, o in zip("ABCDE", M1["options"])],
     "analyze": "", "correctArray": ["A", "B", "D"], "correct": "", "difficult": 3},
    {"id": 9, "questionType": 3, "title": J2["stem"], "items": [{"prefix": "A", "content": "是"}, {"prefix": "B", "content": "否"}], "correct": "B"},
    {"id": 10, "questionType": 4, "title": F2["stem"], "items": [{"prefix": "1", "content": "用人单位"}, {"prefix": "2", "content": "职工"}], "correct": None},
    {"id": 11, "questionType": 5, "title": T1["stem"], "items": [], "correct": T1["answer"]}]}}, ensure_ascii=False).encode(),
      [q("single", S1["stem"], S1["options"], "B", "第七条"), M1, J2, F2, T1], note="学之思 export")

write("19_chinese_keys.json", json.dumps([
    {"题型": "单选题", "题干": S1["stem"], "选项": dict(zip("ABCD", S1["options"])), "答案": "B", "解析": "第七条"},
    {"题型": "多选题", "题干": M2["stem"], "选项": ["A. 固定期限", "B. 无固定期限", "C. 以完成一定工作任务为期限"], "答案": ["A", "B", "C"]},
    {"题型": "判断题", "题干": J1["stem"], "答案": True},
    {"题型": "单选题", "题干": "缺答案（）。", "选项": ["甲", "乙"], "答案": ""},
    {"题型": "案例题", "题干": "李某退休。", "小题": [{"题型": "单选题", "题干": S3["stem"], "A": "0.05%", "B": "0.5%", "C": "5%", "D": "万分之一", "答案": "A"}]},
], ensure_ascii=False, indent=1).encode(), [q("single", S1["stem"], S1["options"], "B", "第七条"), M2, J1, q("case", "李某退休。", [], "", None, [S3])],
      [{"row": 4, "code": "MISSING_ANSWER"}], note="Chinese member names, options as object, list, members")

write("20_moodle.gift", """// question: 12  name: 用工
$CATEGORY: $course$/top/默认/劳动关系

::用工之日::[html]<p>用人单位自（）起即与劳动者建立劳动关系。</p>{
\t~<p>签订合同之日</p>#错
\t=用工之日#对
\t~备案之日
\t~转正之日
}

::多选::下列属于工伤保险待遇的有（）。{
~%33.33333%医疗费
~%33.33333%伙食补助费
~%-50%取暖费
~%33.33333%伤残补助金
~%-50%误餐费
####第三十条
}

职工个人不缴纳工伤保险费。{TRUE#不对#对}

社会保险费由用人单位和{=职工 =个人}共同缴纳。

匹配 {
=甲 -> 一
=乙 -> 二
}

圆周率 {#3.14:0.01}
""".encode(), [q("single", S1["stem"], S1["options"], "B"), q("multiple", M1["stem"], M1["options"], "ABD", "第三十条"), J1,
               q("blank", "社会保险费由用人单位和____共同缴纳。", [], ["职工|个人"])],
      [{"line": 24, "code": "UNSUPPORTED_ITEM"}, {"line": 29, "code": "UNSUPPORTED_ITEM"}], note="GIFT of Moodle's own export")

write("21_aiken.txt", """用人单位自（）起即与劳动者建立劳动关系。
A. 签订合同之日
B. 用工之日
C. 备案之日
D. 转正之日
ANSWER: B
滞纳金按日加收的比例为（）。
A) 0.05%
B) 0.5%
C) 5%
D) 万分之一
ANSWER: A
""".encode(), [S1, S3], note="Aiken")

write("22_moodle.xml", """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/社会保险</text></category></question>
<!-- question: 4 -->
<question type="multichoice"><name><text>q1</text></name>
<questiontext format="html"><text><![CDATA[<p dir="ltr">用人单位自（&nbsp;）起即与<b>劳动者</b>建立劳动关系。<br></p>]]></text></questiontext>
<generalfeedback format="html"><text><![CDATA[<p>第七条</p>]]></text></generalfeedback>
<defaultgrade>1.0000000</defaultgrade><single>true</single><shuffleanswers>true</shuffleanswers>
<answer fraction="0" format="html"><text><![CDATA[<p>签订合同之日</p>]]></text><feedback format="html"><text>错</text></feedback></answer>
<answer fraction="100" format="html"><text><![CDATA[<p>用工之日</p>]]></text><feedback format="html"><text></text></feedback></answer>
<answer fraction="0" format="html"><text>备案之日</text></answer><answer fraction="0" format="html"><text>转正之日</text></answer>
</question>
<question type="multichoice"><name><text>q2</text></name><questiontext format="html"><text>劳动合同分为（）。</text></questiontext>
<single>false</single><answer fraction="33.33333"><text>固定期限</text></answer><answer fraction="33.33333"><text>无固定期限</text></answer>
<answer fraction="33.33333"><text>以完成一定工作任务为期限</text></answer></question>
<question type="truefalse"><questiontext format="html"><text>劳动争议仲裁收取仲裁费。</text></questiontext>
<answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
<question type="cloze"><questiontext format="html"><text><![CDATA[<p>社会保险费由{1:SHORTANSWER:%100%用人单位#好~%0%*#不}和{1:SA:=职工}共同缴纳。</p>]]></text></questiontext></question>
<question type="essay"><questiontext format="html"><text>简述经济补偿的支付标准。</text></questiontext><answer fraction="0"><text></text></answer>
<graderinfo format="html"><text>每满一年支付一个月工资；不满六个月的支付半个月工资。</text></graderinfo></question>
<question type="ddwtos"><questiontext format="html"><text>拖放 [[1]]</text></questiontext></question>
</quiz>
""".encode(), [q("single", S1["stem"], S1["options"], "B", "第七条"), M2, J2, F2, T1],
      [{"line": 21, "code": "UNSUPPORTED_ITEM"}], note="Moodle XML of Moodle's own export")


def package(items):
    data = io.BytesIO()
    archive = zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED)
    resources = "".join(f'<resource identifier="i{n}" type="imsqti_item_xmlv2p1" href="items/{n}.xml"><file href="items/{n}.xml"/></resource>' for n in range(len(items)))
    archive.writestr(zipfile.ZipInfo("imsmanifest.xml", (2020, 1, 1, 0, 0, 0)),
                     f'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources><resource identifier="t" type="imsqti_test_xmlv2p1" href="test.xml"/>{resources}</resources></manifest>')
    archive.writestr(zipfile.ZipInfo("test.xml", (2020, 1, 1, 0, 0, 0)), '<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="t"/>')
    for number, (declaration, body) in enumerate(items):
        archive.writestr(zipfile.ZipInfo(f"items/{number}.xml", (2020, 1, 1, 0, 0, 0)),
                         f'<?xml version="1.0"?>\n<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i{number}" title="x" adaptive="false" timeDependent="false">{declaration}'
                         f'<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>{body}</itemBody>'
                         '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/></assessmentItem>')
    archive.close()
    return data.getvalue()


def declare(values, cardinality="single", base="identifier"):
    return (f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}"><correctResponse>'
            + "".join(f"<value>{v}</value>" for v in values) + "</correctResponse></responseDeclaration>")


def choices(question, count, prompt=True):
    stem = f"<prompt>{question['stem']}</prompt>" if prompt else ""
    return f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="{count}">{stem}' + "".join(
        f'<simpleChoice identifier="C{n}">{escape(o)}<feedbackInline identifier="f" outcomeIdentifier="F" showHide="show">评</feedbackInline></simpleChoice>' for n, o in enumerate(question["options"])) + "</choiceInteraction>"


write("23_qti21.zip", package([
    (declare(["C1"]), choices(S1, 1)), (declare(["C0", "C1", "C3"], "multiple"), f"<p>{M1['stem']}</p>" + choices(M1, 0, False)),
    (declare(["C0"]), choices({"stem": J1["stem"], "options": ["对", "错"]}, 1)),
    (declare(["六"], base="string"), '<p>三年以上固定期限的劳动合同，试用期不得超过<textEntryInteraction responseIdentifier="RESPONSE" expectedLength="5"/>个月。</p>'),
    ("", '<orderInteraction responseIdentifier="RESPONSE"><prompt>排序</prompt><simpleChoice identifier="a">甲</simpleChoice></orderInteraction>'),
]), [S1, M1, J1, F1], [{"row": 5, "code": "UNSUPPORTED_ITEM"}], note="QTI 2.1 package, stems in prompts and paragraphs")

write("24_qti3.xml", """<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="a" title="合同" adaptive="false" time-dependent="false">
<qti-response-declaration identifier="R1" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>
<qti-response-declaration identifier="R2" cardinality="multiple" base-type="identifier"><qti-mapping default-value="0"><qti-map-entry map-key="X" mapped-value="1"/><qti-map-entry map-key="Y" mapped-value="1"/><qti-map-entry map-key="Z" mapped-value="-1"/></qti-mapping></qti-response-declaration>
<qti-item-body><p>张某入职甲公司，未签合同。</p>
<qti-choice-interaction response-identifier="R1" max-choices="1"><qti-prompt>公司最迟应当何时订立书面合同（）。</qti-prompt><qti-simple-choice identifier="A">当日</qti-simple-choice><qti-simple-choice identifier="B">一个月内</qti-simple-choice><qti-simple-choice identifier="C">三个月内</qti-simple-choice></qti-choice-interaction>
<qti-choice-interaction response-identifier="R2" max-choices="0"><qti-prompt>下列正确的有（）。</qti-prompt><qti-simple-choice identifier="X">甲</qti-simple-choice><qti-simple-choice identifier="Y">乙</qti-simple-choice><qti-simple-choice identifier="Z">丙</qti-simple-choice></qti-choice-interaction>
</qti-item-body></qti-assessment-item>
""".encode(), [q("case", "张某入职甲公司，未签合同。", [], "", None,
                 [q("single", PART1["stem"], PART1["options"], "B"), q("multiple", "下列正确的有（）。", ["甲", "乙", "丙"], "AB")])],
      note="QTI 3.0 item with two interactions, one by mapping")

write("25_material_column.csv", ("材料,题型,题干,选项A,选项B,选项C,答案\n"
                                 "张某入职甲公司，未签合同。,单选题,公司最迟应当何时订立书面合同（）。,当日,一个月内,三个月内,B\n"
                                 "张某入职甲公司，未签合同。,判断题,公司应当支付二倍工资。,,,,对\n"
                                 ",判断题,职工个人不缴纳工伤保险费。,,,,对\n").encode("utf-8-sig"),
      [q("case", "张某入职甲公司，未签合同。", [], "", None, [q("single", PART1["stem"], PART1["options"], "B"), PART2]), J1],
      note="shared material in a column")
