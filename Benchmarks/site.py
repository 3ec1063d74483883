#!/usr/bin/env python3
"""A site's server and its candidates, who speak the real protocol over TLS sockets, on one machine. Standard library and
openssl only.

    make release && swift build -c release --product SiteWorkload && python3 Benchmarks/site.py [CANDIDATES [--saturated]]

Two exams. In the first everybody starts at T0, thinks between answers, and hands in within the last ten seconds. In the
second nobody thinks: journals that were written before are sent line by line, the next when the last one is on the
server's disk; in turn with them, as many empty requests to the same server over the same connections, and the disk by
itself."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RELEASE = ROOT / ".build/release"
PAPER = ROOT / "Papers/sichuan-2020-qualifier"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(number):
    digits = f"990000{1970 + number % 30}{1 + number % 12:02d}{1 + number % 28:02d}{number % 1000:03d}"
    return digits + "10X98765432"[sum(int(d) * w for d, w in zip(digits, WEIGHTS)) % 11]


def kaochang(exam, *arguments):
    result = subprocess.run([RELEASE / "kaochang", *arguments, "--exam", exam], capture_output=True, text=True)
    if result.returncode not in (0, 3):
        sys.exit(result.stderr)


def prepare(folder, count):
    """A sealed exam of `count` candidates, a site's folder and a terminal's credentials."""
    exam = folder / "exam"
    exam.mkdir()
    for name in ("blueprint.yaml", "rules.yaml"):
        shutil.copy(PAPER / name, exam)
    settings = (PAPER / "exam.yaml").read_text().split("barred-lists")[0]
    tomorrow = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 2 * 86400))
    (exam / "exam.yaml").write_text(
        settings.replace("earliest-hand-in: 30", "earliest-hand-in: 0").replace("2020-06-20 09:00", f"{tomorrow} 09:00"))
    people = []
    for number in range(count):
        person = (f"52{number:08d}", identity(number), f"{number // 60 + 1}-{number % 60 + 1:02d}")
        people.append(person)
    with open(exam / "roster.csv", "w", encoding="utf-8") as file:
        file.write("准考证号,姓名,身份证号,代表队,市州,单位,队员类别,座位\n")
        for number, (ticket, number_of_card, seat) in enumerate(people):
            team = number // 3 + 1
            file.write(f"{ticket},考生{number + 1},{number_of_card},第{team}队,甲市,第{team}单位,正式,{seat}\n")
    kaochang(exam, "keys", "init")
    kaochang(exam, "bank", "import", *sorted((ROOT / "QuestionBanks/hrss-2020").glob("*.txt")))
    kaochang(exam, "roster", "import", exam / "roster.csv")
    kaochang(exam, "paper", "assemble")
    kaochang(exam, "paper", "seal")
    credentials = folder / "credentials"
    (credentials / "slips").mkdir(parents=True)
    for name in ("authority.pem", "terminal.pem", "terminal.key", "slips/terminal.txt"):
        shutil.copy(exam / "keys" / name, credentials / name)
    return exam, credentials, people


def site_folder(folder, exam):
    site = Path(tempfile.mkdtemp(dir=folder))
    (site / "keys/slips").mkdir(parents=True)
    shutil.copy(exam / "paper/paper.kcp", site)
    for name in ("authority.pem", "site.pem", "site.key", "slips/site.txt"):
        shutil.copy(exam / "keys" / name, site / "keys" / name)
    return site


def serve(site):
    server = subprocess.Popen(
        [RELEASE / "kaochang-site", "serve", "--site", site, "--host", "127.0.0.1", "--port", "0", "--console-port",
         "0", "--lang", "en"], stdout=subprocess.PIPE, text=True)
    line = server.stdout.readline()
    if "terminals " not in line:
        sys.exit("the server did not start")
    return server, line.split("terminals ")[1].split(",")[0]


def codes(site, seats):
    """One-time codes by seat, over the control socket."""
    connection = http.client.HTTPConnection("site")
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.connect(str(site / "control.sock"))
    body = json.dumps({"action": "issue-codes", "reason": "benchmark", "seats": seats})
    connection.request("POST", "/act", body, {"content-type": "application/json"})
    return json.load(connection.getresponse())["codes"]


def memory(pid):
    fields = dict(line.split(":", 1) for line in open(f"/proc/{pid}/status") if ":" in line)
    return {name: int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")}


def processor(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def field(folder, exam, credentials, people, think, last, lead, saturates=False):
    """One exam. `lead`: seconds from the release to T0, in which everybody logs in."""
    site = site_folder(folder, exam)
    server, address = serve(site)
    bare = memory(server.pid)["VmRSS"]
    issued = codes(site, [seat for _, _, seat in people])
    state = Path(tempfile.mkdtemp(dir="/dev/shm"))
    order = {
        "address": address, "credentials": str(credentials), "state": str(state), "think": think, "handIn": last,
        "spread": 10, "saturation": {"server": server.pid, "folder": str(site)} if saturates else None,
        "people": [{"ticket": ticket, "lastSix": card[-6:], "code": issued[seat]} for ticket, card, seat in people]}
    workload = subprocess.Popen(
        [RELEASE / "SiteWorkload"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    workload.stdin.write(json.dumps(order))
    workload.stdin.close()
    if workload.stdout.readline() != "enrolled\n":
        sys.exit("the candidates could not be enrolled")
    start = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(time.time() + 8 * 3600 + lead))
    kaochang(exam, "paper", "release", "--start", start)
    shutil.copy(exam / "paper/paper.kcr", site / "release.tmp")
    os.rename(site / "release.tmp", site / "release.kcr")
    result = json.loads(workload.stdout.readline())
    workload.wait()
    used = memory(server.pid)
    result["server"] = {"bare": bare, "peak": used["VmHWM"], "seconds": processor(server.pid)}
    server.terminate()
    server.wait()
    if not saturates:
        exported = subprocess.run(
            [RELEASE / "kaochang-site", "export", "--site", site, "--journals", "--json"], capture_output=True, text=True)
        result["exported"] = json.loads(exported.stdout)["sheets"] if exported.returncode == 0 else exported.stderr
        result["lost"] = compare(state, site / "export/journals")
        result["lines"] = sum(len(p.read_bytes().splitlines()) for p in (site / "export/journals").glob("*.kcj"))
    shutil.rmtree(state)
    return result


def compare(terminals, site):
    """Journals of terminals that are not the site's, byte for byte."""
    return sum(
        not (site / path.name).is_file() or path.read_bytes() != (site / path.name).read_bytes()
        for path in terminals.glob("*/*.kcj"))


def show(title, result):
    server = result["server"]
    print(f"\n{title}: handed in {result['handedIn']}, failed {len(result['failures'])}, exported {result['exported']}, "
          f"journals that differ {result['lost']}, journal lines {result['lines']}")
    for failure in result["failures"][:5]:
        print("  ", failure)
    for name in ("login", "start", "answer", "hand-in"):
        if name in result["moments"]:
            m = result["moments"][name]
            print(f"  {name:8} {m['count']:7} times  mean {m['mean']:7.1f}  p50 {m['p50']:7.1f}  p95 {m['p95']:7.1f}  "
                  f"p99 {m['p99']:7.1f}  max {m['max']:7.1f} ms")
    print(f"  server: {server['bare']:.0f} MB before anybody came, {server['peak']:.0f} MB at the peak "
          f"({(server['peak'] - server['bare']) * 1024 / max(1, result['handedIn']):.0f} kB a candidate), "
          f"{server['seconds']:.1f} s of processor time")


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    thinkers = "--saturated" not in sys.argv
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        exam, credentials, people = prepare(folder, count)
        if thinkers:
            thinking = field(folder, exam, credentials, people, think=10, last=110, lead=max(20, count // 50))
            show(f"{count} candidates who think 5 to 15 s", thinking)
        if "--thinking" in sys.argv:
            return
        few = people[:200]
        measured = field(folder, exam, credentials, few, think=0, last=0, lead=15, saturates=True)
        print(f"\n{len(few)} connections, nobody thinks; what was saved is on the disk before it was answered")
        rates = {name: measured[name]["count"] / measured[name]["seconds"] for name in ("empty", "saves", "gathered", "flushes")}
        for name, words in (("empty", "empty requests"), ("saves", "lines saved, one a request"),
                            ("gathered", "lines saved, four a request")):
            rate = measured[name]
            print(f"  {words:28} {rates[name]:7.0f} a second {rates[name] / rates['empty']:5.0%}, processor time of the server "
                  f"{rate['server'] / rate['count'] * 1e6:4.0f} us, of the candidates {rate['client'] / rate['count'] * 1e6:4.0f}")
        print(f"  {'16 kB flushed, disk alone':28} {rates['flushes']:7.0f} a second")


main()
