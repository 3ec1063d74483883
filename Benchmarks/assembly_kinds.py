#!/usr/bin/env python3
"""Blueprints of many kinds, nearly all impossible, on the workload's bank with invented times, sources, articles and keys:
how long until the reason stands there, and which it is. Whole processes; standard library only.

    swift build -c release --product AssemblyWorkload
    python3 Benchmarks/assembly_kinds.py FOLDER
"""

import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OURS = Path(__file__).resolve().parent.parent / ".build/release/AssemblyWorkload"
LEVELS = ["易", "较易", "中等", "较难", "难"]
SECTIONS = [("单选", "single-choice", 60), ("多选", "multiple-choice", 20), ("判断", "true-false", 20)]


def bank(folder):
    draw = random.Random(1)
    rows = list(csv.DictReader(open(folder / "bank.csv", newline="")))
    keys = {"single": 3, "judge": 1, "multi": 10}
    for row in rows:
        row["id"] = f"{int(row['id']):06}"
        row |= {"seconds": draw.randint(20, 100), "source": "大纲题库" if draw.random() < 0.8 else "自编",
                "article": f"条例第{draw.randint(1, 300)}条" if draw.random() < 0.7 else "",
                "key": draw.randint(0, keys[row["type"]]), "exposure": draw.randint(0, 5),
                "since": draw.randint(1, 5) if draw.random() < 0.3 else ""}
    return rows


def blueprint(forms, rules):
    sections = [{"title": title, "type": kind, "count": count, "marks": 1, "scoring": {"rule": "exact"}}
                for title, kind, count in SECTIONS]
    return {"forms": forms, "total": 100, "sections": sections,
            "topics": {"T1": "30%", "T2": "30%", "T3": "15%", "T4": "15%", "T5": "10%"},
            "difficulty": dict(zip(LEVELS, ["15%", "25%", "30%", "20%", "10%"])), "difficulty-tolerance": 2} | rules


def figure(target, tolerance):
    return {"target": target, "tolerance": tolerance}


def kinds(rows, enemies):
    ids = lambda fits, count=9999: [row["id"] for row in rows if fits(row)][:count]
    hard = lambda row: row["topic"] == "T5" and row["type"] == "judge" and row["level"] == "5"
    many = {"most-uses": 4}
    return {
        "mean p, 1 form": (1, {"mean-p": figure(0.9, 0.005)}),
        "mean p, 100 forms": (100, many | {"mean-p": figure(0.9, 0.005)}),
        "mean p just out of reach, 100 forms": (100, many | {"mean-p": figure(0.78, 0.001), "difficulty-tolerance": 1}),
        "spread against mean p, 50 forms": (50, many | {"mean-p": figure(0.7, 0.01), "spread": figure(0.3, 0.01)}),
        "discrimination, 100 forms": (100, many | {"discrimination": figure(0.42, 0.005)}),
        "mean p against a source, 40 forms": (
            40, {"most-uses": 3, "sources": {"自编": "60%"}, "mean-p": figure(0.78, 0.003)}),
        "two sources": (1, {"sources": {"自编": "40%", "大纲题库": "70%"}}),
        "cells against a level": (1, {"cells": [{"difficulty": "难", "topic": f"T{n}", "at-least": 3} for n in range(1, 6)]}),
        "cells against a topic": (
            1, {"cells": [{"section": "多选", "topic": "T5", "difficulty": level, "at-least": 1} for level in LEVELS[:3]]}),
        "a scarce cell, 40 forms": (40, {"cells": [{"section": "判断", "topic": "T5", "difficulty": "难", "count": 2}]}),
        "must-haves that are enemies": (1, {"must-have": [f"{number:06}" for number in enemies[0]]}),
        "must-haves against a level": (1, {"must-have": ids(lambda row: row["level"] == "5", 14)}),
        "must-haves of one article": (1, {"per-article": 2, "must-have": ids(lambda row: row["article"] == "条例第7条", 3)}),
        "must-haves against the letters": (
            1, {"key-balance": {"letters": 0},
                "must-have": ids(lambda row: row["type"] == "single" and row["key"] == 2 and row["topic"] == "T1", 16)}),
        "must-haves against the run of keys": (
            1, {"key-balance": {"run": 1}, "must-have": ids(
                lambda row: row["type"] == "judge" and row["key"] == 0 and row["topic"] == "T1", 6) + ids(
                lambda row: row["type"] == "judge" and row["key"] == 0 and row["topic"] == "T2", 5)}),
        "enemies that fill a cell": (
            1, {"cells": [{"section": "判断", "topic": "T5", "difficulty": "难", "count": 2}], "enemies": [ids(hard)]}),
        "enemies that fill a topic": (
            1, {"enemies": [ids(lambda row: row["topic"] == "T5" and row["type"] == "multi")]}),
        "enemies against half true": (
            1, {"key-balance": {"judgement": 0}, "enemies": [ids(lambda row: row["type"] == "judge" and row["key"] == 0)]}),
        "few articles": (
            1, {"per-article": 1, "barred": ids(lambda row: not row["article"] or int(row["article"][3:-1]) > 60)}),
        "seen and used before, 8 forms": (8, {"most-exposure": 0, "unused-in-last": 5}),
        "too little sharing, 200 forms": (200, {"most-uses": 20, "most-shared": 1}),
        "feasible: time at its edge, 100 forms": (100, many | {"time": {"minutes": 60, "tolerance": 2}}),
        "feasible: three figures, 60 forms": (
            60, {"most-uses": 3, "mean-p": figure(0.72, 0.005), "discrimination": figure(0.4, 0.01),
                 "time": {"minutes": 75, "tolerance": 3}}),
    }


folder = Path(sys.argv[1])
rows = bank(folder)
enemies = [(int(row["a"]), int(row["b"])) for row in csv.DictReader(open(folder / "enemies.csv", newline=""))]
with tempfile.TemporaryDirectory() as temporary:
    into = Path(temporary)
    (into / "enemies.csv").write_bytes((folder / "enemies.csv").read_bytes())
    with open(into / "bank.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    for name, (forms, rules) in kinds(rows, enemies).items():
        (into / "blueprint.yaml").write_text(json.dumps(blueprint(forms, rules), ensure_ascii=False, indent=1))
        start = time.perf_counter()
        result = subprocess.run([str(OURS), str(into), str(forms), "1"], capture_output=True, text=True)
        elapsed = time.perf_counter() - start
        said = "forms" if result.returncode == 0 else result.stdout.strip().splitlines()[0][:180]
        print(f"| {name} | {elapsed:.3f} s | {said}", flush=True)
