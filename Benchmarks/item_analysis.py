#!/usr/bin/env python3
"""A million answer sheets of a hundred items: read from disk, scored, ranked, analysed. Beside numpy and polars in one run.

    swift build --configuration release --product kaochang
    python3 -m pip install numpy polars
    python3 Benchmarks/item_analysis.py [--sheets 1000000] [--runs 3] [--scaling]

All do the same work from the same files and the results are compared to 1e-9: totals and ranks, p, D of the upper and lower
27 % with the fractional boundary, item-total and item-rest correlations, alpha and alpha without each item, the standard error, and for
each option how many chose it, its share in both groups and its correlation with the rest. Each is a process of its own; time is
the whole process by the wall, memory the kernel's peak of resident memory for it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path


# numpy is loaded where it is used: what the measuring process holds would count as its children's peak memory.
ROOT = Path(__file__).resolve().parent.parent
KAOCHANG = ROOT / ".build/release/kaochang"
SECTIONS = [("单项选择题", "single-choice", 4, 60, "1", "{ rule: exact }"),
            ("多项选择题", "multiple-choice", 4, 20, "1.5", "{ rule: per-option, each: 0.5 }"),
            ("判断题", "true-false", 2, 20, "0.5", "{ rule: exact }")]


def paper():
    """The key: for each item its number of options and right mask."""
    import numpy as np

    random = np.random.default_rng(2020)
    options, right = [], []
    for _, kind, count, items, _, _ in SECTIONS:
        for _ in range(items):
            options.append(count)
            many = random.integers(2, 5) if kind == "multiple-choice" else 1
            right.append(sum(1 << int(o) for o in random.choice(count, many, replace=False)))
    return np.array(options), np.array(right)


def write(folder, sheets):
    """The same sheets packed and as csv, and the key."""
    import numpy as np

    random = np.random.default_rng(117)
    options, right = paper()
    ability = random.normal(size=sheets)
    masks = np.empty((sheets, len(right)), np.uint8)
    for item, (count, key) in enumerate(zip(options, right)):
        knows = random.random(sheets) < 1 / (1 + np.exp(random.normal() - 0.4 - ability * random.uniform(0.5, 1.5)))
        if 60 <= item < 80:
            other = random.integers(0, 1 << count, sheets)
        else:
            other = 1 << random.integers(0, count, sheets)
            other[random.random(sheets) < 0.02] = 0
        masks[:, item] = np.where(knows, key, other)
    letters = [np.array([bytes(65 + o for o in range(8) if mask >> o & 1).decode() for mask in range(16)]),
               np.array(["", "T", "F", "TF"])]
    head = json.dumps({"form": "A", "items": [{"id": f"q{i + 1}", "options": int(o)} for i, o in enumerate(options)]}).encode()
    with open(folder / "sheets.kps", "wb") as file:
        file.write(b"KCSHEETS" + b"".join(n.to_bytes(s, "little") for n, s in
                                          [(1, 4), (len(right), 4), (sheets, 8), (10, 4), (len(head), 4)]) + head)
        file.write(bytes(-file.tell() % 64))
        file.write(masks.tobytes())
        file.write(b"".join(b"%010d" % (5100000000 + s) for s in range(sheets)))
    with open(folder / "sheets.csv", "w", encoding="utf-8") as file:
        file.write(",".join(["ticket"] + [f"q{i + 1}" for i in range(len(right))]) + "\n")
        for start in range(0, sheets, 10_000):
            block = masks[start:start + 10_000]
            columns = [letters[1 if options[i] == 2 else 0][block[:, i]] for i in range(len(right))]
            for row, cells in enumerate(zip(*columns)):
                file.write(f"{5100000000 + start + row},{','.join(cells)}\n")
    with open(folder / "key.yaml", "w", encoding="utf-8") as file:
        file.write("form: A\nsections:\n")
        first = 0
        for title, kind, count, items, marks, rule in SECTIONS:
            words = ["".join(("TF" if count == 2 else "ABCD")[o] for o in range(count) if right[i] >> o & 1)
                     for i in range(first, first + items)]
            first += items
            file.write(f"  - title: {title}\n    type: {kind}\n    options: {count}\n    marks: {marks}\n"
                       f"    scoring: {rule}\n    keys: {' '.join(words)}\n")
    np.savez(folder / "key.npz", options=options, right=right)


def worths(options, right):
    """What each mask of each item earns, 16 masks an item."""
    import numpy as np

    table = np.zeros((len(right), 16))
    for item, key in enumerate(right):
        full, partial = (1, 0) if item < 60 else (1.5, 0.5) if item < 80 else (0.5, 0)
        for mask in range(1 << options[item]):
            if mask == key:
                table[item, mask] = full
            elif partial and mask and mask & ~int(key) == 0:
                table[item, mask] = min(partial * bin(mask).count("1"), full)
    full = np.array([1.0] * 60 + [1.5] * 20 + [0.5] * 20)
    return table, full


def rival(name, folder):
    """One process of a rival: prints its statistics as JSON. Written as an analyst would, whole columns at a time."""
    import numpy as np

    key = np.load(folder / "key.npz")
    options, right = key["options"], key["right"]
    table, full = worths(options, right)
    items = len(right)
    result = numpy_statistics if name == "numpy" else polars_statistics
    print(json.dumps(result(folder, options, right, table, full, items)))


def group_weights(totals, descending):
    import numpy as np

    n = len(totals)
    values, counts = np.unique(totals, return_counts=True)
    if descending:
        values, counts = values[::-1], counts[::-1]
    before = np.concatenate([[0], np.cumsum(counts)[:-1]])
    weights = np.clip((0.27 * n - before) / counts, 0, 1)
    order = np.argsort(values)
    return weights[order][np.searchsorted(values[order], totals)]


def numpy_statistics(folder, options, right, table, full, items):
    import numpy as np

    with open(folder / "sheets.kps", "rb") as file:
        head = file.read(32)
        n = int.from_bytes(head[16:24], "little")
        start = (32 + int.from_bytes(head[28:32], "little") + 63) // 64 * 64
    masks = np.fromfile(folder / "sheets.kps", np.uint8, n * items, offset=start).reshape(n, items)
    marks = np.empty((n, items))
    for i in range(items):
        marks[:, i] = table[i][masks[:, i]]
    totals = marks.sum(axis=1)
    values, inverse, counts = np.unique(totals, return_inverse=True, return_counts=True)
    ranks = (n - np.cumsum(counts) + 1)[inverse]
    upper, lower = group_weights(totals, True), group_weights(totals, False)
    size = 0.27 * n
    spread = totals.var()
    variances = marks.var(axis=0)
    alpha = items / (items - 1) * (1 - variances.sum() / spread)
    deviation = totals.std(ddof=1)
    centred = totals - totals.mean()
    with_total = (marks - marks.mean(axis=0)).T @ centred / n
    up, low = upper @ marks / size / full, lower @ marks / size / full
    rest_spread = spread + variances - 2 * with_total
    rest = (with_total - variances) / np.sqrt(variances * rest_spread)
    out = []
    for i in range(items):
        others = totals - marks[:, i]
        others -= others.mean()
        listed = []
        for o in range(options[i]):
            chosen = (masks[:, i] >> o & 1).astype(float)
            share = chosen.mean()
            listed.append({"chosen": int(chosen.sum()), "upper": upper @ chosen / size, "lower": lower @ chosen / size,
                           "rest": float(chosen @ others / n / np.sqrt(share * (1 - share) * rest_spread[i]))})
        out.append({"facility": marks[:, i].mean() / full[i], "itemTotal": with_total[i] / np.sqrt(variances[i] * spread),
                    "itemRest": rest[i], "upper": up[i], "lower": low[i],
                    "alphaWithout": (items - 1) / (items - 2) * (1 - (variances.sum() - variances[i]) / rest_spread[i]),
                    "options": listed})
    return {"mean": totals.mean(), "deviation": deviation, "alpha": alpha,
            "standardError": deviation * np.sqrt(1 - alpha), "items": out, "best": int((ranks == 1).sum())}


def polars_statistics(folder, options, right, table, full, items):
    import numpy as np
    import polars as pl

    frame = pl.read_csv(folder / "sheets.csv", schema_overrides={f"q{i + 1}": pl.String for i in range(items)})
    n = len(frame)
    names = [f"q{i + 1}" for i in range(items)]
    answers = [["", "T", "F", "TF"] if o == 2 else
               ["".join("ABCD"[b] for b in range(4) if mask >> b & 1) for mask in range(16)] for o in options]
    frame = frame.with_columns([
        pl.col(q).fill_null("").replace_strict(answers[i], list(range(len(answers[i]))), return_dtype=pl.UInt8)
        for i, q in enumerate(names)])
    marks = frame.select([
        pl.col(q).replace_strict(list(range(len(answers[i]))), table[i][:len(answers[i])].tolist(), return_dtype=pl.Float64)
        for i, q in enumerate(names)])
    totals = marks.select(pl.sum_horizontal(names).alias("t"))["t"]
    ranks = totals.rank("min", descending=True)
    groups = totals.value_counts().sort("t")
    values, counts = groups["t"].to_numpy(), groups["count"].to_numpy()

    def weights(counts):
        before = np.concatenate([[0], np.cumsum(counts)[:-1]])
        return np.clip((0.27 * n - before) / counts, 0, 1)

    by_total = pl.DataFrame({"t": values, "u": weights(counts[::-1])[::-1], "l": weights(counts)})
    both = pl.DataFrame({"t": totals}).join(by_total, on="t", how="left", maintain_order="left")
    marks = marks.with_columns(both["t"], both["u"], both["l"])
    size = 0.27 * n
    got = marks.select(
        [pl.col(q).mean().alias(f"m{q}") for q in names] + [pl.col(q).var(ddof=0).alias(f"v{q}") for q in names]
        + [pl.corr(q, "t").alias(f"c{q}") for q in names] + [pl.corr(pl.col(q), pl.col("t") - pl.col(q)).alias(f"r{q}") for q in names]
        + [(pl.col("t") - pl.col(q)).var(ddof=0).alias(f"w{q}") for q in names]
        + [(pl.col(q) * pl.col("u")).sum().alias(f"u{q}") for q in names]
        + [(pl.col(q) * pl.col("l")).sum().alias(f"l{q}") for q in names]
        + [pl.col("t").mean().alias("mean"), pl.col("t").var(ddof=0).alias("var"), pl.col("t").std().alias("sd")]).row(0, named=True)
    masks = frame.select(names).with_columns(both["t"], both["u"], both["l"])
    picks = {f"{i}.{o}": ((pl.col(q) // (1 << o)) % 2).cast(pl.Float64) for i, q in enumerate(names) for o in range(options[i])}
    masks = masks.with_columns([(both["t"] - marks[q]).alias(f"rest{i}") for i, q in enumerate(names)])
    row = masks.select(
        [p.sum().alias(f"n{k}") for k, p in picks.items()] + [(p * pl.col("u")).sum().alias(f"u{k}") for k, p in picks.items()]
        + [(p * pl.col("l")).sum().alias(f"l{k}") for k, p in picks.items()]
        + [pl.corr(p, pl.col("rest" + k.split(".")[0])).alias(f"r{k}") for k, p in picks.items()]).row(0, named=True)
    listed = [[{"chosen": int(row[f"n{i}.{o}"]), "upper": row[f"u{i}.{o}"] / size, "lower": row[f"l{i}.{o}"] / size,
                "rest": row[f"r{i}.{o}"]} for o in range(options[i])] for i in range(items)]
    sum_of = sum(got[f"v{q}"] for q in names)
    alpha = items / (items - 1) * (1 - sum_of / got["var"])
    return {"mean": got["mean"], "deviation": got["sd"], "alpha": alpha,
            "standardError": got["sd"] * (1 - alpha) ** 0.5, "best": int((ranks == 1).sum()),
            "items": [{"facility": got[f"m{q}"] / full[i], "itemTotal": got[f"c{q}"], "itemRest": got[f"r{q}"],
                       "upper": got[f"u{q}"] / size / full[i], "lower": got[f"l{q}"] / size / full[i],
                       "alphaWithout": (items - 1) / (items - 2) * (1 - (sum_of - got[f"v{q}"]) / got[f"w{q}"]),
                       "options": listed[i]} for i, q in enumerate(names)]}


def prepare(folder, sheets):
    """In a process of its own: what this one holds counts as its children's peak memory."""
    subprocess.run([sys.executable, __file__, "--write", str(folder), str(sheets)], check=True)


def measured(command):
    """Runs a process: its output, seconds by the wall and peak memory in MB."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status:
            sys.exit(f"{command}: {status}")
        output.seek(0)
        return json.load(output), seconds, usage.ru_maxrss / 1024


def best(command, runs):
    results = [measured(command) for _ in range(runs)]
    return results[0][0], min(r[1] for r in results), max(r[2] for r in results)


def difference(ours, theirs):
    """The largest difference of any statistic."""
    analysis = ours["analysis"]
    worst = max(abs(analysis[name] - theirs[name]) for name in ("mean", "deviation", "alpha", "standardError"))
    assert ours["distribution"][0]["sheets"] == theirs["best"]
    for mine, other in zip(analysis["items"], theirs["items"], strict=True):
        for name in ("facility", "itemTotal", "itemRest", "upper", "lower", "alphaWithout"):
            worst = max(worst, abs(mine[name] - other[name]))
        for option, same in zip(mine["options"], other["options"], strict=True):
            assert option["chosen"] == same["chosen"]
            worst = max(worst, *(abs(option[name] - same[name]) for name in ("upper", "lower", "rest")))
    return worst


def ours(folder, name, runs):
    return best([str(KAOCHANG), "analyse", str(folder / name), "--key", str(folder / "key.yaml"), "--json"], runs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sheets", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--scaling", action="store_true")
    parser.add_argument("--rival", nargs=2)
    parser.add_argument("--write", nargs=2)
    options = parser.parse_args()
    if options.rival:
        return rival(options.rival[0], Path(options.rival[1]))
    if options.write:
        return write(Path(options.write[0]), int(options.write[1]))
    if options.scaling:
        print("| sheets | packed | csv | packed, per million |\n|---:|---:|---:|---:|")
        for sheets in (1_000, 10_000, 100_000, 1_000_000):
            with tempfile.TemporaryDirectory(dir=ROOT) as name:
                prepare(name, sheets)
                packed, table = ours(Path(name), "sheets.kps", options.runs), ours(Path(name), "sheets.csv", options.runs)
                print(f"| {sheets:,} | {packed[1]:.3f} s | {table[1]:.3f} s | {packed[1] / sheets * 1e6:.2f} s |", flush=True)
        return None
    with tempfile.TemporaryDirectory(dir=ROOT) as name:
        folder = Path(name)
        prepare(name, options.sheets)
        script = [sys.executable, __file__, "--rival"]
        rows = [("kaochang, packed", ours(folder, "sheets.kps", options.runs)),
                ("kaochang, csv", ours(folder, "sheets.csv", options.runs)),
                ("numpy, packed", best(script + ["numpy", name], max(options.runs // 2, 1))),
                ("polars, csv", best(script + ["polars", name], max(options.runs // 2, 1)))]
        print(f"{options.sheets:,} sheets of 100 items; csv {os.path.getsize(folder / 'sheets.csv') >> 20} MB")
        print("| what | seconds | peak memory | ours against it | largest difference |\n|---|---:|---:|---:|---:|")
        for what, (result, seconds, memory) in rows:
            if what.startswith("kaochang"):
                print(f"| {what} | {seconds:.2f} | {memory:.0f} MB | | |")
            else:
                mine = rows[0 if "numpy" in what else 1][1]
                print(f"| {what} | {seconds:.2f} | {memory:.0f} MB | {seconds / mine[1]:.1f}× | {difference(mine[0], result):.1e} |")
    return None


main()
