#!/usr/bin/env python3
"""A bank of 100,000 items: importing, searching, near-duplicates; whole processes, best of three. Standard library only.

    swift build --configuration release --product kaochang && python3 Benchmarks/bank.py [ITEMS]
"""

import csv
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KAOCHANG = ROOT / ".build/release/kaochang"


def seconds(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def run(*arguments):
    result = subprocess.run([str(KAOCHANG), *map(str, arguments)], capture_output=True)
    if result.returncode not in (0, 3):
        sys.exit(result.stderr.decode())
    return result.stdout.decode()


def write(path, count):
    """Stems and options pieced together from the sample bank, so that the characters are as common as in real items."""
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "QuestionBanks/hrss-2020").glob("*.txt")))
    stems = [line.split("、", 1)[1] for line in re.findall(r"^\d+、.{20,}（）.*$", text, re.M)]
    options = [line[2:] for line in re.findall(r"^[A-D]、.+$", text, re.M)]
    draw = random.Random(20200620)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "知识点", "难度"])
        for number in range(count):
            first, second = draw.sample(stems, 2)
            stem = first[: len(first) // 2].replace("（）", "") + second[len(second) // 2 :].replace("（）", "") + f"（）第{number}号"
            four = draw.sample(options, 12)
            choices = list(dict.fromkeys(four))[:4]
            writer.writerow(["单选题", stem, *choices, "ABCD"[number % 4], draw.choice(options), "劳动关系/劳动合同", "中等"])


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(dir=ROOT) as name:
        folder = Path(name)
        (items, bank) = (folder / "items.csv", folder / "bank.sqlite")
        write(items, count)
        print(f"import of {count} items, {items.stat().st_size / 1e6:.0f} MB of csv, into a bank with its index: "
              f"{seconds(lambda: run('bank', 'import', '--accept-partial', items, '--bank', bank)):.1f} s", flush=True)
        start = min(seconds(lambda: run("--help")) for _ in range(5))
        print(f"starting the process and doing nothing: {start * 1000:.0f} ms")
        table = sqlite3.connect(bank)
        for word in ["税", "工伤", "劳动合同", "用人单位应当"]:
            ours = min(seconds(lambda: run("bank", "search", word, "--bank", bank)) for _ in range(5))
            scan = "SELECT count(*) FROM itemVersion WHERE instr(stem, ?) OR instr(options, ?)"
            theirs = min(seconds(lambda: table.execute(scan, (word, word)).fetchone()) for _ in range(3))
            print(f"search {word}: {ours * 1000:.0f} ms the whole process, {(ours - start) * 1000:.0f} ms above its start; "
                  f"SQLite reading through stems and options: {theirs * 1000:.0f} ms", flush=True)
        table.close()
        ours = min(seconds(lambda: run("bank", "duplicates", "--bank", bank)) for _ in range(2))
        print(f"near-duplicates of {count} items: {ours:.1f} s")


main()
