#!/usr/bin/env python3
"""Whole processes side by side in one run; each result is a ratio to something that anybody has. Standard library only.

    make bench            # builds the release executables, then runs this
"""

import csv
import os
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


def best(action, runs=3):
    return min(seconds(action) for _ in range(runs))


def run(*arguments):
    result = subprocess.run([str(KAOCHANG), *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if result.returncode not in (0, 3):
        sys.exit(result.stderr.decode())


def rehearsal(folder):
    """A whole exam, against the disk alone making as many answers durable."""
    target = folder / "exam"

    def rehearse(*options):
        run("rehearse", ROOT / "Papers/sichuan-2020-qualifier", "--bank-files", ROOT / "QuestionBanks/hrss-2020",
            "--into", target, *options)

    served = best(rehearse)
    ours = best(lambda: rehearse("--desk"))
    journals = sorted((target / "site").glob("*.kcj"))
    lines = [journal.read_bytes().splitlines(keepends=True) for journal in journals]

    def disk():
        for index, journal in enumerate(lines):
            descriptor = os.open(folder / f"{index}.raw", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for line in journal:
                os.write(descriptor, line)
                os.fdatasync(descriptor)
            os.close(descriptor)

    theirs = best(disk)
    count = sum(map(len, lines))
    report(f"whole exam, {len(journals)} candidates, {count} durable journal lines", ours,
           "the disk alone: the same lines written and flushed one by one", theirs)
    report("the same through the site's server, terminals and server in one process over TLS", served,
           "machines without a network, as above", ours)


def bank_import(folder, count=20_000):
    """Reading and checking a bank as csv, against Python's csv module reading the cells and nothing more."""
    path = folder / "bank.csv"
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "知识点", "难度"])
        for number in range(count):
            writer.writerow(["单选题", f"第{number}号事项应当在受理之日起（）日内办结。", f"{number % 7}日", f"{number % 7 + 7}日",
                             f"{number % 7 + 14}日", f"{number % 7 + 21}日", "ABCD"[number % 4], f"《办法》第{number}条。",
                             "综合服务规范/政务服务", "中等"])

    def python():
        with open(path, newline="", encoding="utf-8") as file:
            for _ in csv.reader(file):
                pass

    report(f"bank import --dry-run, {count} items of csv", best(lambda: run("bank", "import", "--dry-run", path)),
           "Python's csv module, the cells alone", best(python))


def report(name, ours, other, theirs):
    print(f"{name}: {ours:.2f} s\n    {other}: {theirs:.2f} s\n    ratio {ours / theirs:.2f}\n", flush=True)


with tempfile.TemporaryDirectory(dir=ROOT) as name:
    rehearsal(Path(name))
    bank_import(Path(name))
