#!/usr/bin/env python3
"""An independent computation of standings, for comparison with the engine.

Reads {"rules", "roster", "scores"} on standard input (the engine's own JSON) and writes the document of
`rank --json`, without the reasons in words. Nothing is shared with the engine: a team's counted members are found by
trying all of them, a rank is one plus the number of better contestants, and a place within a cut is decided by
counting who is better and who is equal. Standard library only.
"""

import json
import sys
from decimal import Decimal
from itertools import combinations


def figures(score, tie_breaks):
    """What a person is ordered by; greater is better."""
    result = [score["total"]]
    for rule in tie_breaks:
        if "time" in rule:
            result.append(Decimal(-score["seconds"]))
        else:
            title = rule["section"]["_0"]
            result.append(sum((s["marks"] for s in score["sections"] if s["title"] == title), Decimal(0)))
    return result


def added(people, length):
    return [sum((person["figures"][i] for person in people), Decimal(0)) for i in range(length)]


def best_members(people, counted, length):
    """The members whose sum is best; among equal choices the one whose tickets come first."""
    choices = combinations(sorted(people, key=lambda p: p["ticket"]), min(counted, len(people)))
    best = max(choices, key=lambda choice: added(choice, length))
    return sorted(best, key=lambda p: ([-f for f in p["figures"]], p["ticket"]))


def better(contestant, others):
    return sum(1 for other in others if other["figures"] > contestant["figures"])


def equal(contestant, others):
    return sum(1 for other in others if other["figures"] == contestant["figures"])


def inside(contestant, others, places):
    return better(contestant, others) + equal(contestant, others) <= places


def tied_at(contestant, others, places):
    return better(contestant, others) < places and not inside(contestant, others, places)


def cross_check(honour, present, registered):
    check = honour.get("crossCheck")
    if check is None:
        return None
    base = present if check["base"] == "present" else registered
    exact = base * Decimal(check["share"].rstrip("%")) / 100
    rounding = {"down": "ROUND_FLOOR", "up": "ROUND_CEILING", "nearest": "ROUND_HALF_UP"}[check["rounding"]]
    return int(exact.quantize(Decimal(1), rounding=rounding))


def rank(rules, roster, scores):
    length = 1 + len(rules["tieBreaks"])
    by_ticket = {score["ticket"]: score for score in scores}
    people = [
        {**candidate, "figures": figures(by_ticket[candidate["ticket"]], rules["tieBreaks"])}
        for candidate in roster["candidates"]
        if candidate["ticket"] in by_ticket
    ]
    teams, empty, flags = [], [], []
    for team in roster["teams"]:
        members = [person for person in people if person["team"] == team["id"]]
        if len(members) < rules["counted"]:
            flags.append(("SHORT_TEAM", [team["id"]]))
        if not members:
            empty.append(team)
            continue
        counted = best_members(members, rules["counted"], length)
        teams.append({**team, "counted": counted, "figures": added(counted, length)})

    places = rules["advancing"]
    advancing = {team["id"] for team in teams if inside(team, teams, places)}
    undecided = {team["id"] for team in teams if tied_at(team, teams, places)}
    if undecided:
        flags.append(("TIE_AT_CUT", sorted(undecided)))

    honours = {person["ticket"]: [] for person in people}
    for honour in rules["honours"]:
        pool, waiting = people, []
        if honour["excludesAdvancing"]:
            pool = [p for p in people if p["team"] not in advancing | undecided]
            waiting = [p for p in people if p["team"] in undecided and better(p, pool) < honour["count"]]
        for person in pool:
            if inside(person, pool, honour["count"]):
                honours[person["ticket"]].append(honour["name"])
        tied = [p["ticket"] for p in pool if tied_at(p, pool, honour["count"])]
        if tied:
            flags.append(("TIE_AT_CUT", sorted(tied)))
        if waiting:
            flags.append(("TIE_AT_CUT", sorted(p["ticket"] for p in waiting)))
        expected = cross_check(honour, len(people), len(roster["candidates"]))
        if expected is not None and expected != honour["count"]:
            flags.append(("CROSS_CHECK", [honour["name"]]))

    absent = sorted(c["ticket"] for c in roster["candidates"] if c["ticket"] not in by_ticket)
    if absent:
        flags.append(("ABSENT", absent))

    team_rows = [
        {
            "rank": 1 + better(team, teams),
            "team": team["id"],
            "city": team["city"],
            "total": team["figures"][0],
            "counted": [{"ticket": p["ticket"], "score": p["figures"][0]} for p in team["counted"]],
            "advances": team["id"] in advancing,
        }
        for team in teams
    ] + [
        {"rank": len(teams) + 1, "team": team["id"], "city": team["city"], "total": 0, "counted": [], "advances": False}
        for team in empty
    ]
    person_rows = [
        {
            "rank": 1 + better(person, people),
            "ticket": person["ticket"],
            "name": person["name"],
            "team": person["team"],
            "score": person["figures"][0],
            "honours": honours[person["ticket"]],
        }
        for person in people
    ]
    return {
        "teams": sorted(team_rows, key=lambda row: (row["rank"], row["team"].encode())),
        "individuals": sorted(person_rows, key=lambda row: (row["rank"], row["ticket"].encode())),
        "flags": [{"code": code, "subjects": subjects} for code, subjects in sorted(flags)],
    }


if __name__ == "__main__":
    document = json.load(sys.stdin, parse_float=Decimal, parse_int=Decimal)
    numbers = {"counted", "advancing", "teamSize"}
    document["rules"].update({name: int(document["rules"][name]) for name in numbers})
    result = rank(document["rules"], document["roster"], document["scores"])
    json.dump(result, sys.stdout, ensure_ascii=False, default=float)
