"""Uses the console of a running exam site as browsers and scripts do: signs in over TLS, listens, acts, and compares what the
commands tell. Prints a table; exits 1 when something was not as it should be.

    site_console.py SERVER SITE-FOLDER WORK-FOLDER SEATS"""
import atexit
import http.client
import json
import os
import ssl
import subprocess
import sys
import time

from checks import finish, row

executable, folder, work, seats = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
process = None


def command(*arguments):
    run = subprocess.run([executable, *arguments, "--site", folder, "--lang", "en"], capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


@atexit.register
def stop():
    if process and process.poll() is None:
        process.kill()


def serve():
    process = subprocess.Popen(
        [executable, "serve", "--site", folder, "--host", "127.0.0.1", "--port", "0", "--console-port", "0", "--lang", "en"],
        stdout=subprocess.PIPE, stderr=open(f"{work}/server.log", "a"), text=True)
    line = process.stdout.readline()
    return process, int(line.split("127.0.0.1:")[2].split("/")[0])


class Browser:
    def __init__(self, port):
        self.port, self.cookie, self.token = port, None, None
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.tls.check_hostname, self.tls.verify_mode = False, ssl.CERT_NONE

    def open(self, method, path, body=None):
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.tls, timeout=20)
        headers = {"origin": f"https://127.0.0.1:{self.port}", "content-type": "application/json"}
        if self.cookie:
            headers["cookie"] = self.cookie
        if self.token:
            headers["kaochang-csrf"] = self.token
        connection.request(method, path, body=None if body is None else json.dumps(body), headers=headers)
        return connection, connection.getresponse()

    def ask(self, method, path, body=None):
        connection, answer = self.open(method, path, body)
        data = answer.read()
        connection.close()
        cookie = answer.getheader("set-cookie")
        if cookie:
            self.cookie = cookie.split(";")[0]
        return answer.status, json.loads(data) if data[:1] in (b"{", b"[") else data

    def sign_in(self, name, password):
        status, body = self.ask("POST", "/sign-in", {"name": name, "password": password})
        if status == 200:
            self.token = body["csrf"]
        return f"{status} {body.get('code', 'in')}"

    def act(self, **fields):
        status, body = self.ask("POST", "/act", fields)
        return f"{status} {body.get('code') or len(body['tickets'])}"


class Events:
    """The server-sent events of one page."""

    def __init__(self, browser):
        self.connection, self.answer = browser.open("GET", "/events")

    def next(self, names):
        kind = None
        while True:
            line = self.answer.readline().decode()
            if not line:
                return None, None
            if line.startswith("event: "):
                kind = line[7:].strip()
            if line.startswith("data: ") and kind in names:
                return kind, json.loads(line[6:])


# Accounts, before and while a server runs.
with open(f"{work}/password", "w") as file:
    file.write("# a remark\na good long password\n")
with open(f"{work}/short", "w") as file:
    file.write("short\n")
row("status without a server", 1, command("status")[0])
row("an account", 0, command("account", "add", "李老师", "--role", "invigilator", "--password-file", f"{work}/password")[0])
row("the same again", 1, command("account", "add", "李老师", "--role", "affairs", "--password-file", f"{work}/password")[0])
row("a short password", 1, command("account", "add", "x", "--role", "affairs", "--password-file", f"{work}/short")[0])
row("a role that there is not", 64, command("account", "add", "x", "--role", "king", "--password-file", f"{work}/password")[0])
row("who may read the accounts", "0o600", oct(os.stat(f"{folder}/accounts.json").st_mode & 0o777))
process, port = serve()
row("an account while it runs", 0, command("account", "add", "jiandu", "--role", "supervision", "--password-file", f"{work}/password")[0])
row("the accounts", [{"name": "jiandu", "role": "supervision"}, {"name": "李老师", "role": "invigilator"}],
    json.loads(command("account", "list", "--json")[1]))

# Over TLS.
teacher, watcher = Browser(port), Browser(port)
row("a wrong password", "403 WRONG_PASSWORD", teacher.sign_in("李老师", "another password"))
row("the room, not signed in", 401, teacher.ask("GET", "/room")[0])
row("the invigilator", "200 in", teacher.sign_in("李老师", "a good long password"))
row("supervision", "200 in", watcher.sign_in("jiandu", "a good long password"))
events = Events(watcher)
kind, room = events.next(["room"])
row("supervision sees the room", seats, len(room["seats"]))
tickets = [seat["ticket"] for seat in room["seats"]]
row("supervision acts", "403 NOT_ALLOWED", watcher.act(action="pause", tickets=tickets[:1], reason="test"))
row("time for one", "200 1", teacher.act(action="give-time", tickets=tickets[:1], seconds=300, reason="machine fault"))
while True:
    kind, change = events.next(["change"])
    if change["seats"]:
        break
row("it appears on the other page", [(tickets[0], 300000)], [(seat["ticket"], seat["extra"]) for seat in change["seats"]])
row("a message to the room", f"200 {seats}", teacher.act(action="message", everybody=True, text="请注意", reason="notice"))
row("without a reason", "400 BAD_REQUEST", teacher.act(action="message", everybody=True, text="x", reason=" "))
row("to pause who has not begun", "200 0", teacher.act(action="pause", tickets=tickets[:1], reason="test"))

# The same facts for scripts.
status = json.loads(command("status", "--json")[1])
seen = teacher.ask("GET", "/room")[1]
row("status --json has what the page has", True, status.keys() == seen.keys() and status["seats"][0].keys() == seen["seats"][0].keys()
    and [seat["extra"] for seat in status["seats"]] == [seat["extra"] for seat in seen["seats"]])
table = command("status")[1]
row("status names everybody", True, all(ticket in table for ticket in tickets))
first = status["seats"][0]["seat"]
code, output, _ = command("codes", first, "--json")
row("a code", 1, len(json.loads(output)["codes"]))
row("codes for all", seats, len(command("codes", "--all")[1].splitlines()))
row("more time by a seat", (0, "done, reached 1\n"), command("act", "give-time", "--seat", first, "--minutes", "2", "--reason", "test")[:2])
row("void is asked twice", 1, command("act", "void", tickets[0], "--reason", "test")[0])
row("void of who has not begun", 3, command("act", "void", tickets[0], "--reason", "test", "--confirm", "1")[0])
row("an action that there is not", 64, command("act", "dance", "--reason", "test")[0])
row("an unknown seat", 1, command("act", "pause", "--seat", "none", "--reason", "test")[0])

# The ledger has what was done, and a server that was killed brings it up to the log.
deadline = time.monotonic() + 20
while json.loads(command("status", "--json")[1])["ledger"]["pending"] and time.monotonic() < deadline:
    time.sleep(0.1)
lines = [json.loads(line) for line in open(f"{folder}/site-ledger.jsonl")]
row("lines of the ledger", ["give-time", "message", "issue-codes", "issue-codes", "give-time"],
    [line["note"]["action"] for line in lines])
row("who decided", "李老师", lines[0]["note"]["actor"])
process.kill()
process.wait()
row("the page loses the server", None, events.next(["gone"])[0])
os.rename(f"{folder}/site-ledger.jsonl", f"{work}/ledger-before")
process, port = serve()
deadline = time.monotonic() + 20
while not os.path.exists(f"{folder}/site-ledger.jsonl") and time.monotonic() < deadline:
    time.sleep(0.1)
while json.loads(command("status", "--json")[1])["ledger"]["pending"] and time.monotonic() < deadline:
    time.sleep(0.1)
again = [json.loads(line)["note"] for line in open(f"{folder}/site-ledger.jsonl")]
row("the ledger is written anew from the log", [line["note"] for line in lines], again)
teacher.port = port
row("sessions end with the server", 401, teacher.ask("GET", "/room")[0])
row("an account is removed", 0, command("account", "remove", "jiandu")[0])
gone = Browser(port)
row("and cannot sign in", "403 WRONG_PASSWORD", gone.sign_in("jiandu", "a good long password"))
process.terminate()
row("the server ends", 0, process.wait(timeout=60))
code, output, errors = command("export", "--json")
summary = json.loads(output)
row("the export carries the ledger", True, open(summary["ledger"]).read() == open(f"{folder}/site-ledger.jsonl").read())

finish()
