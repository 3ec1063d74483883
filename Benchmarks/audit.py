#!/usr/bin/env python3
"""`audit verify` of a whole simulated exam, of as many teams of four as are asked for, and of its public bundle. Whole
processes; peak memory by the kernel's account. Standard library only.

    swift build -c release --product kaochang && python3 Benchmarks/audit.py FOLDER [TEAMS]

FOLDER keeps the exam: a second run measures it again without rehearsing. 5,000 teams take 6 minutes to rehearse, at
machines without a network, whose 20,000 answer files of one sheet each cost an audit the most.
"""

import csv
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KAOCHANG = ROOT / ".build/release/kaochang"
PAPER = ROOT / "Papers/sichuan-2020-qualifier"
CITIES = ["成都市", "绵阳市", "德阳市", "南充市", "宜宾市"]


def identity(number):
    """An invented identity number with its check digit (GB 11643); 990000 is nobody's region."""
    digits = f"990000{1960 + number % 40}{number // 40 % 12 + 1:02}{number // 480 % 28 + 1:02}{number // 13440:03}"
    check = sum(int(digit) * (1 << 17 - place) % 11 for place, digit in enumerate(digits)) % 11
    return digits + "10X98765432"[check]


def roster(path, teams):
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["准考证号", "姓名", "身份证号", "代表队", "市州", "单位", "队员类别", "座位"])
        for number in range(teams * 4):
            team, city = f"第{number // 4 + 1}队", CITIES[number // 4 % len(CITIES)]
            rows.writerow([51_200_000_00 + number, f"考生{number + 1}", identity(number), team, city, f"{team}单位",
                           "替补" if number % 4 == 3 else "正式", f"{number // 40 + 1}-{number % 40 + 1}"])


def run(*arguments):
    """Seconds and peak kilobytes of a command that must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen([str(KAOCHANG), *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{arguments}: {errors[-2000:]}")
    return time.perf_counter() - start, usage.ru_maxrss


def measure(name, seconds, kilobytes):
    print(f"{name}: {seconds:.1f} s, {kilobytes // 1024} MB", flush=True)


folder = Path(sys.argv[1])
teams = int(sys.argv[2]) if len(sys.argv) > 2 else 5_000
exam, bundle = folder / "exam", folder / "public"
if not exam.exists():
    source = folder / "source"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    for file in PAPER.iterdir():
        if not file.name.startswith("roster"):
            shutil.copy(file, source)
    roster(source / "roster.csv", teams)
    measure(f"rehearse, {teams * 4} candidates",
            *run("rehearse", source, "--desk", "--bank-files", ROOT / "QuestionBanks/hrss-2020", "--into", exam))
measure("audit verify of the exam's folder", *run("audit", "verify", "--exam", exam))
shutil.rmtree(bundle, ignore_errors=True)
measure("audit bundle", *run("audit", "bundle", "--exam", exam, "--into", bundle))
measure("audit verify of the bundle", *run("audit", "verify", "--exam", bundle))
