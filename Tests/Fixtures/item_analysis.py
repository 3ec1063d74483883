"""Item analysis by the book, in double precision, straight from the definitions: the judge of the engine's own.

Reads {"sections": [{"floor": 0, "items": [{"full": 1, "options": 4, "right": 1, "marks": [...]}]}], "sheets": [[...]]}, marks
by the number of the answer (the bits of its options), and writes the statistics. Standard library only.
"""

import json
import math
import sys


def mean(values):
    return math.fsum(values) / len(values)


def correlation(xs, ys):
    mx, my = mean(xs), mean(ys)
    sx = math.fsum((x - mx) ** 2 for x in xs)
    sy = math.fsum((y - my) ** 2 for y in ys)
    if sx < 1e-12 or sy < 1e-12:
        return None
    return math.fsum((x - mx) * (y - my) for x, y in zip(xs, ys)) / math.sqrt(sx * sy)


def variance(values):
    middle = mean(values)
    return math.fsum((value - middle) ** 2 for value in values) / len(values)


def alpha(columns, totals):
    spread = variance(totals)
    if len(columns) < 2 or spread < 1e-12:
        return None
    return len(columns) / (len(columns) - 1) * (1 - math.fsum(map(variance, columns)) / spread)


def group_weights(totals, share=0.27):
    """Each sheet's weight in the group with the highest totals: equals at the boundary share what is left."""
    wanted = len(totals) * share
    weights = {}
    for total in sorted(set(totals), reverse=True):
        sheets = totals.count(total)
        weights[total] = max(0.0, min(1.0, wanted / sheets))
        wanted = max(0.0, wanted - sheets)
    return [weights[total] for total in totals]


def main():
    data = json.load(sys.stdin)
    items = [item for section in data["sections"] for item in section["items"]]
    sheets = data["sheets"]
    marks = [[item["marks"][sheet[i]] for sheet in sheets] for i, item in enumerate(items)]
    totals = [0.0] * len(sheets)
    first = 0
    for section in data["sections"]:
        last = first + len(section["items"])
        for s in range(len(sheets)):
            totals[s] += max(section["floor"], math.fsum(marks[i][s] for i in range(first, last)))
        first = last
    upper = group_weights(totals)
    lower = group_weights([-total for total in totals])
    size = 0.27 * len(sheets)
    result = []
    for i, item in enumerate(items):
        rest = [total - mark for total, mark in zip(totals, marks[i])]

        def share(values, weights):
            return math.fsum(value * weight for value, weight in zip(values, weights)) / size

        options = []
        for option in range(item["options"]):
            chosen = [sheet[i] >> option & 1 for sheet in sheets]
            options.append({"chosen": sum(chosen), "upper": share(chosen, upper), "lower": share(chosen, lower),
                            "rest": correlation(chosen, rest)})
        high, low = share(marks[i], upper) / item["full"], share(marks[i], lower) / item["full"]
        others = [column for j, column in enumerate(marks) if j != i]
        result.append({
            "facility": mean(marks[i]) / item["full"], "itemRest": correlation(marks[i], rest),
            "itemTotal": correlation(marks[i], totals), "upper": high, "lower": low, "discrimination": high - low,
            "alphaWithout": alpha(others, rest), "options": options})
    whole = alpha(marks, totals)
    deviation = math.sqrt(variance(totals) * len(totals) / (len(totals) - 1))
    json.dump({"mean": mean(totals), "deviation": deviation, "alpha": whole,
               "standardError": deviation * math.sqrt(1 - max(whole, 0)), "items": result}, sys.stdout)


main()
