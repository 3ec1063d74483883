#!/usr/bin/env python3
"""Assembly on a workload (bank.csv, enemies.csv, blueprint.json), ours beside HiGHS, whole processes in one run.

    swift build -c release --product AssemblyWorkload
    pip install highspy
    python3 Benchmarks/assembly.py FOLDER [--highs FORMS ...] [--seeds N]

Every form of either is checked here against the blueprint. HiGHS makes form after form: it minimises the distance of the means from
their targets plus what is used already, and may use an item blueprint.max_use times.
"""

import argparse
import collections
import csv
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OURS = Path(__file__).resolve().parent.parent / ".build/release/AssemblyWorkload"
DEBUG = OURS.parent.parent / "debug/AssemblyWorkload"


class Workload:
    def __init__(self, folder):
        self.blueprint = json.loads((folder / "blueprint.json").read_text())
        with open(folder / "bank.csv", newline="") as file:
            self.items = [(row["type"] + "|" + row["topic"], row["level"], round(float(row["p"]) * 1000),
                           round(float(row["rpb"]) * 1000)) for row in csv.DictReader(file)]
        with open(folder / "enemies.csv", newline="") as file:
            self.enemies = [(int(row["a"]), int(row["b"])) for row in csv.DictReader(file)]

    def check(self, forms, most_use):
        """How many rules are broken, and the figures of the table."""
        want, broken = self.blueprint, 0
        for form in forms:
            cells = collections.Counter(self.items[item][0] for item in form)
            levels = collections.Counter(self.items[item][1] for item in form)
            broken += len(set(form)) != want["n"]
            broken += sum(cells[cell] != count for cell, count in want["cells"].items())
            broken += sum(abs(levels[level] - count) > want["level_tol"] for level, count in want["levels"].items())
            chosen = set(form)
            broken += sum(a in chosen and b in chosen for a, b in self.enemies)
            broken += abs(sum(self.items[item][2] for item in form) - want["mean_p"] * 1000 * want["n"]) > want["mean_p_tol"] * 1000 * want["n"]
        uses = collections.Counter(item for form in forms for item in form)
        broken += sum(count > most_use for count in uses.values())
        shared = collections.Counter()
        for holders in self.holders(forms).values():
            for index, first in enumerate(holders):
                for second in holders[index + 1:]:
                    shared[first, second] += 1
        pairs = max(1, len(forms) * (len(forms) - 1) // 2)
        far = lambda column, target: max(abs(sum(self.items[item][column] for item in form) / want["n"] / 1000 - target) for form in forms)
        return (broken, far(2, want["mean_p"]), far(3, want["mean_rpb"]), max(shared.values(), default=0), sum(shared.values()) / pairs)

    @staticmethod
    def holders(forms):
        holders = collections.defaultdict(list)
        for index, form in enumerate(forms):
            for item in form:
                holders[item].append(index)
        return holders


def highs(workload, forms, most_use):
    import highspy
    want, items = workload.blueprint, workload.items
    uses, found = collections.Counter(), []
    for _ in range(forms):
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("mip_rel_gap", 0.05)
        solver.setOptionValue("mip_abs_gap", 0.02)
        usable = [item for item in range(len(items)) if uses[item] < most_use]
        x = {item: solver.addBinary(obj=0.05 * uses[item]) for item in usable}
        off = [solver.addVariable(lb=0, obj=1.0) for _ in range(4)]
        for cell, count in want["cells"].items():
            solver.addConstr(sum(x[item] for item in usable if items[item][0] == cell) == count)
        for level, count in want["levels"].items():
            total = sum(x[item] for item in usable if items[item][1] == level)
            solver.addConstr(total >= count - want["level_tol"])
            solver.addConstr(total <= count + want["level_tol"])
        for column, target, (above, below) in ((2, want["mean_p"], off[:2]), (3, want["mean_rpb"], off[2:])):
            solver.addConstr(sum(items[item][column] / 1000 * x[item] for item in usable) - above + below == target * want["n"])
        for bound in off[:2]:
            solver.addConstr(bound <= want["mean_p_tol"] * want["n"])
        for a, b in workload.enemies:
            if a in x and b in x:
                solver.addConstr(x[a] + x[b] <= 1)
        solver.run()
        values = solver.getSolution().col_value
        form = [item for item in usable if values[x[item].index] > 0.5]
        if len(form) != want["n"]:
            break
        uses.update(form)
        found.append(form)
    return found


def ours(folder, forms, most_use, seed):
    start = time.perf_counter()
    arguments = [str(OURS), str(folder), str(forms), f"{seed:x}"] + ([str(most_use)] if most_use else [])
    result = subprocess.run(arguments, capture_output=True, text=True)
    elapsed = time.perf_counter() - start
    if result.returncode:
        sys.exit(result.stdout)
    return elapsed, [[int(item) for item in line.split()] for line in result.stdout.splitlines()]


def line(name, seconds, figures, memory=None):
    broken, p, discrimination, largest, mean = figures
    print(f"| {name} | {seconds:.3f} s | {broken} | {p:.5f} | {discrimination:.5f} | {largest} | {mean:.4f} |"
          + (f" {memory} MB |" if memory else ""), flush=True)


def uniformity(workload, folder, seeds):
    """Chi-square of use within each cell over many single forms; one form a seed."""
    uses = collections.Counter()
    for seed in range(1, seeds + 1):
        uses.update(ours(folder, 1, 1, seed)[1][0])
    cells = collections.defaultdict(list)
    for item, (cell, level, _, _) in enumerate(workload.items):
        cells[cell, level].append(uses[item])
    statistic = sum(sum((use - sum(group) / len(group)) ** 2 for use in group) / (sum(group) / len(group)) for group in cells.values() if sum(group))
    degrees = sum(len(group) - 1 for group in cells.values() if sum(group))
    print(f"{seeds} seeds: {sum(uses[item] == 0 for item in range(len(workload.items)))} items never used; "
          f"chi-square within cell and level {statistic:.0f} on {degrees} degrees of freedom")


def enlarged(folder, factor, into):
    """The bank again and again, with other figures near the first ones'."""
    rows = list(csv.DictReader(open(folder / "bank.csv", newline="")))
    into.mkdir()
    with open(into / "bank.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        for copy in range(factor):
            for index, row in enumerate(rows):
                p = min(0.99, max(0.05, float(row["p"]) + (copy * 7 % 11 - 5) / 1000))
                writer.writerow(row | {"id": copy * len(rows) + index, "p": f"{p:.3f}"})
    for name in ("enemies.csv", "blueprint.json"):
        (into / name).write_bytes((folder / name).read_bytes())


def bank_sizes(folder, factors):
    print("| items | 1 form | 100 forms |")
    for factor in factors:
        with tempfile.TemporaryDirectory() as temporary:
            bank = Path(temporary) / "bank"
            enlarged(folder, factor, bank)
            workload = Workload(bank)
            one, hundred = (min(ours(bank, forms, 4, seed)[0] for seed in (1, 2, 3)) for forms in (1, 100))
            broken = workload.check(ours(bank, 100, 4, 1)[1], 4)[0]
            print(f"| {len(workload.items)} | {one:.3f} s | {hundred:.3f} s | {broken} broken", flush=True)


def impossible(folder):
    """Blueprints that cannot be met: how long until the reason stands there."""
    blueprint = json.loads((folder / "blueprint.json").read_text())
    cases = {
        "mean p 0.9": blueprint | {"mean_p": 0.9},
        "60 items of level 5": blueprint | {"levels": {"1": 10, "2": 10, "3": 10, "4": 10, "5": 60}, "level_tol": 0,
                                            "mean_p_tol": 0.005},
        "a cell of 900": blueprint | {"cells": {"single|T1": 900, "judge|T1": 100}, "n": 1000},
    }
    for name, case in cases.items():
        for forms in (1, 100):
            with tempfile.TemporaryDirectory() as temporary:
                bank = Path(temporary)
                for file in ("bank.csv", "enemies.csv"):
                    (bank / file).write_bytes((folder / file).read_bytes())
                (bank / "blueprint.json").write_text(json.dumps(case))
                start = time.perf_counter()
                result = subprocess.run([str(OURS), str(bank), str(forms), "1", "4"], capture_output=True, text=True)
                print(f"| {name}, {forms} form(s) | {time.perf_counter() - start:.3f} s | {result.stdout.strip()[:150]}")


def same(folder):
    """Whether a debug build writes the same bytes (`swift build --product AssemblyWorkload`)."""
    for forms, most in ((1, "1"), (10, "1"), (100, "4"), (150, None)):
        arguments = [str(folder), str(forms), "5eed"] + ([most] if most else [])
        outputs = [subprocess.run([str(build), *arguments], capture_output=True).stdout for build in (OURS, DEBUG)]
        print(f"{forms} forms: debug and release {'are the same' if outputs[0] == outputs[1] and outputs[0] else 'DIFFER'}, "
              f"SHA-256 {hashlib.sha256(outputs[0]).hexdigest()[:16]}")


parser = argparse.ArgumentParser()
parser.add_argument("folder", type=Path)
parser.add_argument("--highs", type=int, nargs="*", default=[])
parser.add_argument("--seeds", type=int, default=20)
parser.add_argument("--uniformity", type=int, default=0)
parser.add_argument("--banks", type=int, nargs="*", default=[], help="how often the bank is repeated")
parser.add_argument("--impossible", action="store_true")
parser.add_argument("--same", action="store_true", help="compare with a debug build")
arguments = parser.parse_args()
workload = Workload(arguments.folder)
print("| forms | seconds | rules broken | mean p within | discrimination within | largest overlap | mean overlap |")
for count, most in ((1, 1), (10, 1), (100, workload.blueprint["max_use"])):
    runs = [ours(arguments.folder, count, most, seed) for seed in range(1, arguments.seeds + 1)]
    checks = [workload.check(forms, most) for _, forms in runs]
    worst = tuple(max(check[index] for check in checks) for index in range(5))
    line(f"ours, {count}, worst of {arguments.seeds} seeds", sorted(run[0] for run in runs)[len(runs) // 2], worst)
for count in (200, 500, 1000, 2000):
    elapsed, forms = ours(arguments.folder, count, None, 1)
    line(f"ours, {count}, a form a candidate", elapsed, workload.check(forms, count))
print(f"peak memory of ours: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB (the largest of these)")
for count in arguments.highs:
    most = workload.blueprint["max_use"] if count > 10 else 1
    start = time.perf_counter()
    forms = highs(workload, count, most)
    line(f"HiGHS, {len(forms)} of {count}", time.perf_counter() - start, workload.check(forms, most))
if arguments.banks:
    bank_sizes(arguments.folder, arguments.banks)
if arguments.same:
    same(arguments.folder)
if arguments.impossible:
    impossible(arguments.folder)
if arguments.uniformity:
    uniformity(workload, arguments.folder, arguments.uniformity)
