#!/usr/bin/env python3
"""Importing 100,000 items against openpyxl reading the same cells and nothing more; the parsing of csv alone.

    swift build --configuration release --product kaochang --product TableWorkload
    python3 -m venv /tmp/tables && /tmp/tables/bin/pip install openpyxl xlsxwriter
    /tmp/tables/bin/python Benchmarks/tables.py [ITEMS]

Whole processes, best of three, processor time and peak memory by wait4. Three workbooks: written by openpyxl (strings inside the cells), and by
XlsxWriter (shared strings) with options that recur, as in the sample bank, and with options that are all different."""

import csv
import os
import random
import re
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RELEASE = ROOT / ".build/release"
READ = """import sys, openpyxl
for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):
    for row in sheet.iter_rows(values_only=True):
        pass
"""


class Run:
    """One run of a command: seconds, seconds of processor time, peak megabytes, output."""

    def __init__(self, command):
        (reading, writing) = os.pipe()
        start = time.perf_counter()
        pid = os.posix_spawn(command[0], list(map(str, command)), os.environ,
                             file_actions=[(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_DUP2, writing, 2)])
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.output = pipe.read()
        (_, status, usage) = os.wait4(pid, 0)
        self.seconds = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        if os.waitstatus_to_exitcode(status) not in (0, 3):
            sys.exit(self.output)

    def __str__(self):
        return f"{self.seconds:.2f} s (processors {self.cpu:.2f} s), {self.peak:.0f} MB"

    def against(self, other):
        return f"{other.seconds / self.seconds:.1f}x, memory {self.peak / other.peak:.2f}x"


def measure(*command):
    """The best of three runs."""
    return min((Run(command) for _ in range(3)), key=lambda run: run.seconds)


def rows(count, differ):
    """Stems and options pieced together from the sample bank, so that the characters are as common as in real items."""
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "QuestionBanks/hrss-2020").glob("*.txt")))
    stems = [line.split("、", 1)[1] for line in re.findall(r"^\d+、.{20,}（）.*$", text, re.M)]
    options = [line[2:] for line in re.findall(r"^[A-D]、.+$", text, re.M)]
    draw = random.Random(20200620)
    yield ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "知识点", "难度"]
    for number in range(count):
        (first, second) = draw.sample(stems, 2)
        stem = first[: len(first) // 2].replace("（）", "") + second[len(second) // 2:].replace("（）", "") + f"（）第{number}号"
        four = list(dict.fromkeys(draw.sample(options, 12)))[:4]
        rationale = draw.choice(options)
        if differ:
            (four, rationale) = ([f"{option}（{number}）" for option in four], f"{rationale}第{number}条")
        yield ["单选题", stem, *four, "ABCD"[number % 4], rationale, "劳动关系/劳动合同", "中等"]


def write(folder, count):
    import openpyxl
    import xlsxwriter

    (recurring, different) = (list(rows(count, False)), list(rows(count, True)))
    inline = openpyxl.Workbook(write_only=True)
    sheet = inline.create_sheet("题库")
    for row in different:
        sheet.append(row)
    inline.save(folder / "inline.xlsx")
    for (name, content) in [("recurring.xlsx", recurring), ("different.xlsx", different)]:
        with xlsxwriter.Workbook(str(folder / name)) as book:
            sheet = book.add_worksheet("题库")
            for (number, row) in enumerate(content):
                sheet.write_row(number, 0, row)
    with open(folder / "items.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(different)
    with open(folder / "items.txt", "w", encoding="utf-8") as file:
        for (number, row) in enumerate(different[1:], 1):
            options = "".join(f"{letter}、{text}\n" for (letter, text) in zip("ABCD", row[2:6]))
            file.write(f"{number}、{row[1]}\n{options}正确答案：{row[6]}\n答案解析：{row[7]}\n\n")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a process of its own: what a program has held counts as the peak of those that it starts.
        if writer := os.fork():
            if os.waitpid(writer, 0)[1] != 0:
                sys.exit("the files could not be written")
        else:
            write(folder, count)
            os._exit(0)
        print(f"the process alone: {measure(RELEASE / 'kaochang', '--help')}")
        for book in ["inline.xlsx", "recurring.xlsx", "different.xlsx"]:
            path = folder / book
            theirs = measure(sys.executable, "-c", READ, path)
            ours = measure(RELEASE / "kaochang", "bank", "import", "--dry-run", path)
            cells = measure(RELEASE / "TableWorkload", path)
            print(f"{book} ({path.stat().st_size / 1e6:.1f} MB): openpyxl {theirs}\n    import {ours}: {ours.against(theirs)}\n"
                  f"    cells alone {cells}: {cells.against(theirs)}", flush=True)
        path = folder / "items.csv"
        size = path.stat().st_size / 1e6
        cells = measure(RELEASE / "TableWorkload", path)
        parsing = float(cells.output.split()[-1])
        python = measure(sys.executable, "-c", "import csv,sys\nfor row in csv.reader(open(sys.argv[1], newline='')): pass", path)
        print(f"items.csv ({size:.1f} MB): read and parsed in {parsing:.3f} s, {size / parsing:.0f} MB/s, {cells.peak:.0f} MB; "
              f"Python's csv {python}")
        for (file, kind) in [(path, "csv"), (folder / "items.txt", "txt")]:
            ours = measure(RELEASE / "kaochang", "bank", "import", "--dry-run", file)
            print(f"import of {kind} ({file.stat().st_size / 1e6:.1f} MB): {ours}", flush=True)


main()
