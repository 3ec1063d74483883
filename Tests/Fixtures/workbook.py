#!/usr/bin/env python3
"""Reads an .xlsx file with zipfile and an XML parser only, and writes what it holds as JSON.

{"sheets": [{"name", "cells": {"A1": text or number}, "frozen", "filter", "landscape", "paper", "footer", "header"}],
 "names": {"_xlnm.Print_Titles/0": "..."}}
"""

import json
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def texts(node):
    return "".join(part.text or "" for part in node.iter(MAIN + "t"))


def cell_value(cell, shared):
    value = cell.find(MAIN + "v")
    if value is None:
        return None
    return shared[int(value.text)] if cell.get("t") == "s" else float(value.text)


def sheet(name, root, shared):
    pane = root.find(f".//{MAIN}pane")
    auto_filter = root.find(MAIN + "autoFilter")
    setup = root.find(MAIN + "pageSetup")
    cells = {cell.get("r"): cell_value(cell, shared) for cell in root.iter(MAIN + "c")}
    return {
        "name": name,
        "cells": {place: value for place, value in cells.items() if value is not None},
        "frozen": pane.get("topLeftCell") if pane is not None else None,
        "filter": auto_filter.get("ref") if auto_filter is not None else None,
        "landscape": setup.get("orientation") == "landscape",
        "paper": setup.get("paperSize"),
        "header": root.findtext(f".//{MAIN}oddHeader"),
        "footer": root.findtext(f".//{MAIN}oddFooter"),
    }


def main(path):
    with zipfile.ZipFile(path) as archive:
        shared = [texts(node) for node in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))]
        workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        names = [node.get("name") for node in workbook.iter(MAIN + "sheet")]
        sheets = [
            sheet(name, ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml")), shared)
            for number, name in enumerate(names, 1)
        ]
        defined = {f"{n.get('name')}/{n.get('localSheetId')}": n.text for n in workbook.iter(MAIN + "definedName")}
    json.dump({"sheets": sheets, "names": defined}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1])
