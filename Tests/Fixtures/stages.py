#!/usr/bin/env python3
"""The outcome of every stage of the contest, written from the notice and computed with nothing of the engine's.

`stages.py FOLDER` prints the rows that belong into `expected.csv` of that folder of `Papers/stages/`. The rules files are
not read: what a stage asks for stands below as the notice says it, so that a mistake in a rules file shows as well as one
in the engine. Numbers are exact fractions; a place is one plus the number of those who are better. Standard library only.
"""

import csv
import sys
from fractions import Fraction
from itertools import groupby
from pathlib import Path


def table(folder, name):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def marks(folder, name, column="成绩", key="准考证号"):
    return {row[key]: Fraction(row[column]) for row in table(folder, name)}


def team_marks(folder, name, column="成绩"):
    return marks(folder, name, column, "代表队")


def thousandth(value):
    """Half up, as a component's part of a total is rounded."""
    return Fraction((value * 2000 + 1).__floor__() // 2, 1000)


def text(value):
    whole, rest = divmod(value * 1000, 1000)
    return f"{whole}.{int(rest):03}".rstrip("0").rstrip(".")


def placed(figures):
    """(place, name) in order; equals share a place and stand by name."""
    better = {name: sum(other > own for other in figures.values()) for name, own in figures.items()}
    return sorted((1 + count, name) for name, count in better.items())


def cut(figures, places):
    """Who is inside, and who is tied across the last place."""
    inside, tied = [], []
    for place, equals in groupby(placed(figures), key=lambda row: row[0]):
        names = [name for _, name in equals]
        if place + len(names) - 1 <= places:
            inside += names
        elif place <= places:
            tied = names
    return inside, tied


def rows(kind, figures, results=None, shown=None):
    """Rows of people or teams; `figures` are tuples whose first member is the total."""
    results, shown = results or {}, shown or {}
    return [
        [kind, str(place), name, shown.get(name) or text(figures[name][0]), "、".join(results.get(name, []))]
        for place, name in placed(figures)
    ]


def flag(code, subjects):
    return [["提示", "", code, "", "、".join(subjects)]] if subjects else []


def members(folder):
    return {row["准考证号"]: row["代表队"] for row in table(folder, "roster.csv")}


def absent(folder, people):
    return flag("ABSENT", sorted(set(members(folder)) - set(people)))


def best(people, team_of, count):
    """Each team's best members, best first: people's figures, equals by ticket."""
    chosen = {}
    for place, ticket in placed(people):
        chosen.setdefault(team_of[ticket], []).append(ticket)
    return {team: tickets[:count] for team, tickets in chosen.items()}


def short(chosen, count):
    return [row for team in sorted(chosen) if len(chosen[team]) < count for row in flag("SHORT_TEAM", [team])]


def sums(people, chosen):
    return {
        team: tuple(sum(people[ticket][index] for ticket in tickets) for index in range(len(people[tickets[0]])))
        for team, tickets in chosen.items()
    }


def awarded(name, holders):
    return {holder: [name] for holder in holders}


def cities(folder, people):
    registered, present = {}, {}
    for row in table(folder, "roster.csv"):
        registered[row["市州"]] = registered.get(row["市州"], 0) + 1
        present[row["市州"]] = present.get(row["市州"], 0) + (row["准考证号"] in people)
    shares = {city: (Fraction(present[city], registered[city]),) for city in registered}
    return rows("市州", shares, shown={city: f"{present[city]}/{registered[city]}" for city in registered})


def daily_study(folder):
    """四、日日学: who was there every day (30 in June); the share of each 市州 that took part."""
    people = {ticket: (days,) for ticket, days in marks(folder, "days.csv", "登录天数").items()}
    stars = awarded("日日学之星", [ticket for ticket, (days,) in people.items() if days >= 30])
    return rows("个人", people, stars) + cities(folder, people) + absent(folder, people)


def by_marks_then_time(folder):
    marks_of, time = marks(folder, "scores.csv"), marks(folder, "scores.csv", "用时")
    return {ticket: (marks_of[ticket], -time[ticket]) for ticket in marks_of}


def weekly_practice(folder):
    """四、周周练: by score, then the shorter time; the first 5 where no tie is in the way."""
    people = by_marks_then_time(folder)
    inside, tied = cut(people, 5)
    return rows("个人", people, awarded("周周练达人", inside)) + flag("TIE_AT_CUT", tied) + absent(folder, people)


def monthly_contest(folder):
    """四、月月比: the 50 best; the share of each 市州 that took part."""
    people = by_marks_then_time(folder)
    inside, tied = cut(people, 50)
    return (
        rows("个人", people, awarded("岗位练兵明星", inside)) + cities(folder, people)
        + flag("TIE_AT_CUT", tied) + absent(folder, people)
    )


def city_selection(folder):
    """五（一）: 60 % the three best of the written exam out of 300, 40 % the live quiz out of 100; 3 teams go on."""
    people = {ticket: (score,) for ticket, score in marks(folder, "written.csv").items()}
    chosen = best(people, members(folder), 3)
    written, live = sums(people, chosen), team_marks(folder, "live.csv")
    teams = {}
    for team, (score,) in written.items():
        parts = thousandth(score * 100 / 300 * Fraction(60, 100)) + thousandth(live[team] * Fraction(40, 100))
        teams[team] = (parts, score)
    inside, tied = cut(teams, 3)
    return (
        rows("代表队", teams, awarded("晋级", inside)) + rows("个人", people) + flag("TIE_AT_CUT", tied)
        + short(chosen, 3) + absent(folder, people)
    )


def provincial_qualifier(folder):
    """五（二）: the three best of a team, 10 teams go on; 知识通 the best 12, 挑战团 the best 20 of the other teams."""
    columns = ["成绩", "多项选择题", "单项选择题"]
    figures = [marks(folder, "written.csv", column) for column in columns]
    people = {ticket: tuple(column[ticket] for column in figures) for ticket in figures[0]}
    team_of = members(folder)
    chosen = best(people, team_of, 3)
    teams = sums(people, chosen)
    inside, tied = cut(teams, 10)
    knowing, doubtful = cut(people, 12)
    others = {ticket: own for ticket, own in people.items() if team_of[ticket] not in inside + tied}
    challengers, open_places = cut(others, 20)
    honours = {ticket: [] for ticket in people}
    for name, holders in [("知识通", knowing), ("挑战团", challengers)]:
        for ticket in holders:
            honours[ticket].append(name)
    return (
        rows("代表队", teams, awarded("晋级", inside)) + rows("个人", people, honours)
        + flag("TIE_AT_CUT", tied) + flag("TIE_AT_CUT", doubtful) + flag("TIE_AT_CUT", open_places)
        + flag("CROSS_CHECK", ["知识通"] if len(people) * 5 // 100 != 12 else [])
        + short(chosen, 3) + absent(folder, people)
    )


def final(folder):
    """五（三）、八: prizes 1, 2, 3, 4 by place; the best style of each team."""
    teams = {team: (score,) for team, score in team_marks(folder, "live.csv").items()}
    results, given, places = {}, [], 0
    for name, count in [("一等奖", 1), ("二等奖", 2), ("三等奖", 3), ("优胜奖", 4)]:
        places += count
        inside, tied = cut(teams, places)
        assert not tied, "the sample has no tie across a prize"
        results |= awarded(name, [team for team in inside if team not in given])
        given = inside
    style, team_of = marks(folder, "style.csv"), members(folder)
    stylish = best({ticket: (score,) for ticket, score in style.items()}, team_of, 1)
    people = {ticket: (Fraction(0),) for ticket in style}
    return rows("代表队", teams, results) + rows(
        "个人", people, awarded("最佳风采奖", [tickets[0] for tickets in stylish.values()])
    )


def composite(folder, parts, tie_break=None):
    """Shares of several contests, each out of 300; people decide, nobody goes on by rank."""
    teams = {}
    for team in parts[0][0]:
        total = sum(thousandth(table[team] * 100 / 300 * Fraction(share, 100)) for table, share in parts)
        teams[team] = (total, tie_break[team]) if tie_break else (total,)
    return rows("代表队", teams) + [["提示", "", "PEOPLE_DECIDE", "", ""]]


def county_team(folder):
    """五（四）: qualifier and final, half each."""
    return composite(
        folder,
        [
            (team_marks(folder, "qualifier.csv", "晋级赛成绩"), 50),
            (team_marks(folder, "final.csv", "总决赛成绩"), 50),
        ])


def city_team(folder):
    """五（四）: qualifier 30 %, final 40 %, regional contest 30 %, and what people add to it."""
    regional = team_marks(folder, "regional.csv", "片区赛成绩")
    return composite(
        folder,
        [
            (team_marks(folder, "qualifier.csv", "晋级赛成绩"), 30),
            (team_marks(folder, "final.csv", "总决赛成绩"), 40), (regional, 30),
        ], regional)


def inter_provincial_zone(folder):
    """六: of 8 provinces the host goes on directly, and the 3 best of the others."""
    teams = {team: (score,) for team, score in team_marks(folder, "live.csv").items()}
    host = "四川省队"
    inside, tied = cut({team: own for team, own in teams.items() if team != host}, 3)
    return rows("代表队", teams, awarded("晋级", inside + [host])) + flag("TIE_AT_CUT", tied)


def national_promotion(folder):
    """六: the three best of each of 16 provinces, equals by their best member; 8 go on."""
    people = {ticket: (score,) for ticket, score in marks(folder, "written.csv").items()}
    chosen = best(people, members(folder), 3)
    teams = {team: (total, people[chosen[team][0]][0]) for team, (total,) in sums(people, chosen).items()}
    inside, tied = cut(teams, 8)
    return (
        rows("代表队", teams, awarded("晋级", inside)) + rows("个人", people) + flag("TIE_AT_CUT", tied)
        + short(chosen, 3) + absent(folder, people)
    )


def single_subject(folder):
    """五、单项比武: one list of people; the sample honours 10 % of those present, rounded up, and compares 10 % of
    those registered, rounded down."""
    columns = [marks(folder, "written.csv", column) for column in ["成绩", "多项选择题", "用时"]]
    people = {ticket: (columns[0][ticket], columns[1][ticket], -columns[2][ticket]) for ticket in columns[0]}
    count, other = -(-len(people) * 10 // 100), len(members(folder)) * 10 // 100
    inside, tied = cut(people, count)
    return (
        rows("个人", people, awarded("单项能手", inside)) + flag("TIE_AT_CUT", tied)
        + flag("CROSS_CHECK", ["单项能手"] if count != other else []) + absent(folder, people)
    )


if __name__ == "__main__":
    chosen_folder = Path(sys.argv[1])
    stage = globals()[chosen_folder.name.replace("-", "_")]
    csv.writer(sys.stdout, lineterminator="\r\n").writerows([["类别", "名次", "名称", "合计", "结果"], *stage(chosen_folder)])
