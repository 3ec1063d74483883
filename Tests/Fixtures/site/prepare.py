"""Makes what the fault suite needs from a sealed and released exam folder: a site's folder, a terminal's credentials with
the key in the clear, and candidates with the items of their form.

    prepare.py EXAM-FOLDER WORK-FOLDER COUNT"""
import json
import os
import shutil
import subprocess
import sys

exam, work, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
site, credentials = f"{work}/site", f"{work}/credentials"
for folder in (f"{site}/keys/slips", credentials):
    os.makedirs(folder, exist_ok=True)
shutil.copy(f"{exam}/paper/paper.kcp", f"{site}/paper.kcp")
shutil.copy(f"{exam}/paper/paper.kcr", f"{site}/release.kcr")
for name in ("authority.pem", "site.pem", "site.key"):
    shutil.copy(f"{exam}/keys/{name}", f"{site}/keys/{name}")
shutil.copy(f"{exam}/keys/slips/site.txt", f"{site}/keys/slips/site.txt")
for name in ("authority.pem", "terminal.pem", "terminal.key"):
    shutil.copy(f"{exam}/keys/{name}", f"{credentials}/{name}")
passphrase = open(f"{exam}/keys/slips/terminal.txt").read().split()[-1]
subprocess.run(
    ["openssl", "pkey", "-in", f"{credentials}/terminal.key", "-passin", "stdin", "-out", f"{credentials}/plain.key"],
    input=passphrase, text=True, check=True)

options = {}
for line in open(f"{exam}/forms/bank.jsonl"):
    item = json.loads(line)
    if "options" in item:
        options[item["id"]] = [option["id"] for option in item["options"]]
forms = {form["id"]: form for form in json.load(open(f"{exam}/forms/forms.json"))["forms"]}


def items(form):
    return [{"id": item["id"], "options": options[item["id"]]}
            for section in form["sections"] for item in section["items"] if item["id"] in options]


candidates = []
# Which form is whose, the login tells.
for person in json.load(open(f"{exam}/registration/roster.json"))["candidates"][:count]:
    candidates.append({
        "ticket": person["ticket"], "seat": person["seat"], "lastSix": person["identity"][-6:],
        "forms": {name: items(form) for name, form in forms.items()}})
json.dump(candidates, open(f"{work}/candidates.json", "w"))
