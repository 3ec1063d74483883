"""Asks an exam site for everything that nobody may have, and sends what no terminal sends. Each must be refused with the
right status and do no harm. Prints a table; exits 1 when something was not refused as it should be.

    site_abuse.py SERVER SITE-FOLDER CREDENTIALS WORK-FOLDER"""
import json
import os
import resource
import socket
import ssl
import subprocess
import sys
import time

from site_client import Refused, Terminal, canonical, control, tls_context

executable, folder, credentials, work = sys.argv[1:5]
resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
process = subprocess.Popen(
    [executable, "serve", "--site", folder, "--host", "127.0.0.1", "--port", "0", "--console-port", "0", "--lang", "en"],
    stdout=subprocess.PIPE, stderr=open(f"{work}/server.log", "a"), text=True)
port = int(process.stdout.readline().split("127.0.0.1:")[1].split(",")[0])
tls = tls_context(credentials)
candidates = json.load(open(f"{work}/candidates.json"))
seats = [candidate["seat"] for candidate in candidates]
codes = control(folder, "POST", "/act", {"action": "issue-codes", "reason": "test", "seats": seats})["codes"]
rows, failed = [], 0


def row(name, expected, got):
    global failed
    failed += got != expected
    rows.append((name, expected, got, "" if got == expected else " ← WRONG"))


def refusal(body, *arguments):
    try:
        body(*arguments)
        return "taken"
    except Refused as refused:
        return f"{refused.status} {refused.code}"
    except (ssl.SSLError, ConnectionError, OSError):
        return "closed"


def terminal(index):
    new = Terminal(lambda: ("127.0.0.1", port), tls, candidates[index])
    new.enrol(codes[candidates[index]["seat"]])
    return new


def ask(path, method="GET", body=None, of=None):
    return lambda: of.request(method, path, body)


# Who is nobody.
plain = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
plain.check_hostname, plain.verify_mode = False, ssl.CERT_NONE
nobody = Terminal(lambda: ("127.0.0.1", port), plain, candidates[0])
row("no certificate", "closed", refusal(ask("/v1/notice", of=nobody)))
subprocess.run(
    ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1", "-subj",
     "/O=x/OU=terminal/CN=terminal", "-keyout", f"{work}/own.key", "-out", f"{work}/own.pem"],
    check=True, capture_output=True)
own = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
own.check_hostname, own.verify_mode = False, ssl.CERT_NONE
own.load_cert_chain(f"{work}/own.pem", f"{work}/own.key")
row("a certificate of one's own", "closed",
    refusal(ask("/v1/notice", of=Terminal(lambda: ("127.0.0.1", port), own, candidates[0]))))
machine = Terminal(lambda: ("127.0.0.1", port), tls, candidates[0])
row("not enrolled", "401 NOT_ENROLLED", refusal(ask("/v1/notice", of=machine)))
row("a made-up code", "403 WRONG_CODE", refusal(machine.enrol, "0000-0000"))
first, second = terminal(0), terminal(1)
row("a code used twice", "403 WRONG_CODE", refusal(machine.enrol, codes[seats[0]]))
machine.machine = "0" * 64
row("a made-up machine token", "401 NOT_ENROLLED", refusal(ask("/v1/notice", of=machine)))

# Who is somebody else.
row("a wrong identity", "403 WRONG_IDENTITY",
    refusal(ask("/v1/login", "POST", {"ticket": candidates[0]["ticket"], "lastSix": "000000"}, first)))
row("an unknown ticket", "403 WRONG_IDENTITY",
    refusal(ask("/v1/login", "POST", {"ticket": "../../etc", "lastSix": "000000"}, first)))
row("the form before the login", "409 MOVED_AWAY", refusal(lambda: setattr(first, "sitting", "1" * 64) or first.request("GET", "/v1/form")))
first.sitting = None
row("no sitting token", "401 NOT_LOGGED_IN", refusal(ask("/v1/lines?from=0", of=first)))
first.log_in()
second.log_in()
mine, second.sitting = second.sitting, first.sitting
row("another candidate's sitting from one's own machine", "409 MOVED_AWAY", refusal(ask("/v1/lines?from=0", of=second)))
row("another candidate's form", "409 MOVED_AWAY", refusal(ask("/v1/form", of=second)))
second.sitting = mine
other = Terminal(lambda: ("127.0.0.1", port), tls, candidates[2])
other.enrol(codes[candidates[2]["seat"]])
reply = other.request("POST", "/v1/login", {"ticket": candidates[0]["ticket"], "lastSix": candidates[0]["lastSix"]})
row("a second machine without the invigilator", "no token", "token" if reply.get("token") else "no token")

# What no terminal sends.
good = first.lines[0] + b"\n"
row("a body that is no JSON", "400 BAD_REQUEST", refusal(ask("/v1/login", "POST", b"\xff\xfe{", first)))
row("deeply nested JSON", "400 BAD_REQUEST", refusal(ask("/v1/login", "POST", b"[" * 4000, first)))
row("a journal that is no journal", "400 BAD_REQUEST", refusal(ask("/v1/journal?from=0", "POST", b"hello\n", first)))
row("a line cut off", "400 BAD_REQUEST", refusal(ask("/v1/journal?from=0", "POST", good[:-1], first)))
row("a number that is none", "400 BAD_REQUEST", refusal(ask("/v1/journal?from=-1", "POST", good, first)))
row("a number beyond all", "400 BAD_REQUEST", refusal(ask("/v1/journal?from=99999999999999999999", "POST", good, first)))
row("a gap", "409 GAP", refusal(ask("/v1/journal?from=5", "POST", b"", first)))
row("ten megabytes", "413 TOO_LARGE", refusal(ask("/v1/journal?from=0", "POST", b"x" * (10 << 20), first)))
first.close()
foreign = dict(json.loads(first.lines[0]), ticket=candidates[1]["ticket"])
row("another candidate's journal", "422 AGAINST_RULES",
    refusal(ask("/v1/journal?from=0", "POST", canonical(foreign) + b"\n", first)))
first.send()
first.add({"kind": "started"})
first.send()


def line(event, **changes):
    kept = list(first.lines)
    first.add(event)
    value = dict(json.loads(first.lines[-1]), **changes)
    first.lines = kept
    return lambda: first.request("POST", f"/v1/journal?from={len(kept)}", canonical(value) + b"\n")


items = list(candidates[0]["forms"].values())[0]
row("an item that is not on the form", "422 AGAINST_RULES",
    refusal(line({"kind": "answered", "item": "Q0000000000000000", "options": ["1"]})))
form = json.loads(first.lines[0])["form"]
item = candidates[0]["forms"][form][0]
row("an option that the item lacks", "422 AGAINST_RULES",
    refusal(line({"kind": "answered", "item": item["id"], "options": ["9"]})))
row("a time that has not come", "422 AGAINST_RULES", refusal(line({"kind": "heartbeat"}, elapsed=first.elapsed() + 600000)))
row("an answer after the deadline", "422 AGAINST_RULES",
    refusal(line({"kind": "answered", "item": item["id"], "options": ["1"]}, elapsed=10 ** 9)))
row("time that nobody gave", "422 AGAINST_RULES",
    refusal(line({"kind": "ordered", "order": {"number": 1, "order": "extra-time", "milliseconds": 600000}})))
row("a line out of its order", "422 AGAINST_RULES", refusal(line({"kind": "heartbeat"}, sequence=9)))
row("a broken chain", "422 AGAINST_RULES", refusal(line({"kind": "heartbeat"}, previous="0" * 64)))

# Paths and methods.
for path in ("/", "/v1/../site.sqlite", "/%2e%2e/keys/site.key", "/v1/lines/../../keys", "/room", "/act", "/v1/none"):
    row(f"GET {path}", "404 NOT_FOUND", refusal(ask(path, of=first)))
row("DELETE /v1/journal", "404 NOT_FOUND", refusal(ask("/v1/journal", "DELETE", None, first)))

# Those who only stay.
idle = []
for _ in range(1000):
    idle.append(socket.create_connection(("127.0.0.1", port)))
slow = tls.wrap_socket(socket.create_connection(("127.0.0.1", port)))
slow.sendall(b"POST /v1/journal?from=0 HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n")
for _ in range(20):
    slow.sendall(b"X-Slow: 1\r\n")
    time.sleep(0.01)
first.add({"kind": "heartbeat"})
row("an answer beside a thousand idle connections", "taken", refusal(first.send))
for connection in idle + [slow]:
    connection.close()
row("all is there", "yes", "yes" if first.stored() == first.lines else "no")
row("nothing of the key on a form", "yes", "no" if b'"answer"' in json.dumps(first.request("GET", "/v1/form")).encode() else "yes")
row("five wrong logins", "429 LOCKED", [
    refusal(ask("/v1/login", "POST", {"ticket": candidates[1]["ticket"], "lastSix": f"00000{n}"}, second)) for n in range(6)][-1])
process.terminate()
row("the server ends", 0, process.wait(timeout=60))

print("| tried | should be | was |")
print("|---|---|---|")
for name, expected, got, mark in rows:
    print(f"| {name} | {expected} | {got}{mark} |")
print(f"abuses tried: {len(rows)}, not refused as they should be: {failed}")
sys.exit(1 if failed else 0)
