"""Breaks a running exam site in every way that machines and networks break, and counts what was acknowledged and is not
there afterwards. Prints a table and exits 1 when anything was lost, doubled or out of order.

    site_faults.py SERVER SITE-FOLDER CREDENTIALS WORK-FOLDER SECONDS SEED

SERVER is the kaochang-site executable; SITE-FOLDER has paper, release and keys; CREDENTIALS the terminal's certificate and
`plain.key`; WORK-FOLDER has candidates.json and the shim faults.so."""
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

from site_client import Refused, Terminal, control, tls_context


class Server:
    def __init__(self, executable, folder, work):
        self.executable, self.folder, self.work = executable, folder, work
        self.fault_file = f"{work}/fault"
        self.process = None
        self.port = None
        self.say("none")

    def say(self, word):
        with open(self.fault_file + ".new", "w") as file:
            file.write(word)
        os.rename(self.fault_file + ".new", self.fault_file)

    def start(self, folder=None, *more):
        environment = dict(os.environ, LD_PRELOAD=f"{self.work}/faults.so", SITE_FAULTS=self.fault_file)
        environment["SITE_FAULTS_CLOCK"] = "1"
        self.process = subprocess.Popen(
            [self.executable, "serve", "--site", folder or self.folder, "--host", "127.0.0.1", "--port", "0",
             "--console-port", "0", "--lang", "en", *more],
            stdout=subprocess.PIPE, stderr=open(f"{self.work}/server.log", "a"), env=environment, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("ready"):
            raise RuntimeError("the server did not start; see server.log")
        self.port = int(line.split("127.0.0.1:")[1].split(",")[0])

    def kill(self, number=signal.SIGKILL):
        self.process.send_signal(number)
        if number in (signal.SIGKILL, signal.SIGTERM):
            self.process.wait()


class Proxy:
    """Stands between terminals and the server: passes bytes on, late, in pieces, or not at all."""

    def __init__(self, server):
        self.server = server
        self.mode = "through"
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self.listener.getsockname()[1]
        self.pairs = []
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, _ = self.listener.accept()
            try:
                far = socket.create_connection(("127.0.0.1", self.server.port), timeout=5)
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            self.pairs.append((near, far))
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self.pump, args=(source, target), daemon=True).start()

    def pump(self, source, target):
        try:
            while True:
                data = source.recv(65536)
                if not data:
                    break
                if self.mode == "half-open" and target is not source:
                    continue
                if self.mode == "delayed":
                    time.sleep(random.random() * 0.2)
                if self.mode == "pieces":
                    for index in range(0, len(data), 97):
                        target.sendall(data[index:index + 97])
                    continue
                target.sendall(data)
        except OSError:
            pass
        for side in (source, target):
            try:
                side.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        for pair in self.pairs:
            for side in pair:
                try:
                    side.close()
                except OSError:
                    pass
        self.pairs = []


class Candidate(threading.Thread):
    """Answers all the time; sends again what was not acknowledged."""

    def __init__(self, terminal, items, generator, rest):
        super().__init__(daemon=True)
        self.terminal, self.items, self.generator, self.rest = terminal, items, generator, rest
        self.stops = threading.Event()
        self.unexpected = []

    def run(self):
        terminal = self.terminal
        while not self.stops.is_set():
            if len(terminal.lines) - terminal.acknowledged < 40:
                terminal.add(self.event())
            try:
                # Now and then everything once more: repetition must change nothing.
                terminal.send(0 if self.generator.random() < 0.03 else None)
            except Refused as refusal:
                if refusal.code == "GAP":
                    terminal.acknowledged = min(terminal.acknowledged, refusal.body["lines"])
                    self.unexpected.append(f"GAP: acknowledged lines are gone, {refusal.body['lines']} left")
                elif refusal.code != "NOT_SAVED":
                    self.unexpected.append(str(refusal))
                time.sleep(0.05)
            except Exception:
                time.sleep(0.05)
            time.sleep(self.rest)

    def event(self):
        if len(self.terminal.lines) == 1:
            return {"kind": "started"}
        item = self.generator.choice(self.items)
        if self.generator.random() < 0.2:
            return {"kind": "heartbeat"}
        return {"kind": "answered", "item": item["id"], "options": [self.generator.choice(item["options"])]}


def main():
    executable, folder, credentials, work, seconds, seed = sys.argv[1:7]
    generator = random.Random(int(seed))
    candidates = json.load(open(f"{work}/candidates.json"))
    server = Server(executable, folder, work)
    second = f"{work}/copy"
    server.start(None, "--copy", second)
    proxy = Proxy(server)
    tls = tls_context(credentials)
    seats = [candidate["seat"] for candidate in candidates]
    codes = control(folder, "POST", "/act", {"action": "issue-codes", "reason": "test", "seats": seats})["codes"]
    threads = []
    for candidate in candidates:
        terminal = Terminal(lambda: ("127.0.0.1", proxy.port), tls, candidate)
        terminal.enrol(codes[candidate["seat"]])
        form = terminal.log_in()["header"]["form"]
        threads.append(Candidate(terminal, candidate["forms"][form], random.Random(generator.random()), 0.01))
    for thread in threads:
        thread.start()

    counts, lost, notes = {}, 0, []

    def check(name):
        """Everything acknowledged by now is there, once, in order."""
        nonlocal lost
        counts[name] = counts.get(name, 0) + 1
        for thread in threads:
            known = thread.terminal.acknowledged
            expected = thread.terminal.lines[:known]
            observer = Terminal(lambda: ("127.0.0.1", server.port), tls, thread.terminal.candidate)
            observer.machine, observer.sitting = thread.terminal.machine, thread.terminal.sitting
            stored = observer.stored()
            observer.close()
            if stored[:known] != expected:
                same = next((i for i, pair in enumerate(zip(stored, expected)) if pair[0] != pair[1]),
                            min(len(stored), known))
                lost += known - same
                notes.append(f"{name}: {thread.terminal.candidate['ticket']} lacks lines from {same} of {known}")

    def killed():
        server.kill()
        server.start(None, "--copy", second)

    def terminated():
        server.kill(signal.SIGTERM)
        server.start(None, "--copy", second)

    def stopped():
        server.process.send_signal(signal.SIGSTOP)
        time.sleep(0.5 + generator.random())
        server.process.send_signal(signal.SIGCONT)

    def disk(word):
        def fault():
            server.say(word)
            time.sleep(0.3 + generator.random() * 0.3)
            if generator.random() < 0.3:
                server.kill()
                server.say("none")
                server.start(None, "--copy", second)
            server.say("none")
        return fault

    def network(mode):
        def fault():
            proxy.mode = mode
            time.sleep(0.3 + generator.random() * 0.3)
            if mode in ("cut", "half-open"):
                proxy.cut()
            proxy.mode = "through"
        return fault

    def two_servers():
        other = subprocess.run(
            [executable, "serve", "--site", folder, "--port", "0", "--console-port", "0", "--lang", "en"],
            capture_output=True, text=True, timeout=60)
        if other.returncode == 0 or "SITE_IN_USE" not in other.stderr:
            notes.append(f"two servers on one folder: {other.returncode} {other.stderr}")

    def replayed():
        terminal = generator.choice(threads).terminal
        twin = Terminal(lambda: ("127.0.0.1", server.port), tls, terminal.candidate)
        twin.machine, twin.sitting = terminal.machine, terminal.sitting
        lines = terminal.lines[:terminal.acknowledged]
        for begin in (0, max(0, len(lines) - 3)):
            twin.request("POST", f"/v1/journal?from={begin}", b"".join(line + b"\n" for line in lines[begin:]))
        twin.close()

    def forged():
        terminal = generator.choice(threads).terminal
        twin = Terminal(lambda: ("127.0.0.1", server.port), tls, terminal.candidate)
        twin.machine, twin.sitting, twin.anchor = terminal.machine, terminal.sitting, terminal.anchor
        known = terminal.acknowledged
        if known < 4:
            return
        twin.lines = terminal.lines[:known - 2]
        twin.add({"kind": "heartbeat"})
        try:
            twin.request("POST", f"/v1/journal?from={known - 2}", twin.lines[-1] + b"\n")
            notes.append("a forged line in the place of an acknowledged one was taken")
        except Refused as refusal:
            if refusal.code != "FORKED":
                notes.append(f"forged: {refusal}")
        twin.close()

    def clock_set():
        """Somebody sets the server's clock: the session's time takes no notice, also over a restart."""
        terminal = generator.choice(threads).terminal
        watch = Terminal(lambda: ("127.0.0.1", server.port), tls, terminal.candidate)
        watch.machine = terminal.machine

        def offset():
            return watch.request("GET", "/v1/notice")["time"]["session"] / 1000 - time.monotonic()
        before = offset()
        server.say(str(generator.choice((-7200, 7200))))
        time.sleep(0.2)
        after = [offset()]
        watch.close()
        if generator.random() < 0.5:
            server.kill()
            server.start(None, "--copy", second)
            after.append(offset())
        server.say("none")
        time.sleep(0.2)
        after.append(offset())
        watch.close()
        if any(abs(value - before) > 60 for value in after):
            notes.append(f"the session's time followed the wall clock: {before} {after}")

    def damaged_then_taken_over():
        """The disk dies: the copy of the second disk goes on, terminals send what it lacks."""
        server.kill()
        database = f"{folder}/site.sqlite"
        size = os.path.getsize(database)
        with open(database, "r+b") as file:
            file.truncate(max(0, size // 2 - 100))
        for ending in ("-wal", "-shm"):
            if os.path.exists(database + ending):
                os.remove(database + ending)
        refused = subprocess.run(
            [executable, "serve", "--site", folder, "--port", "0", "--console-port", "0", "--lang", "en"],
            capture_output=True, text=True, timeout=60)
        if refused.returncode == 0:
            notes.append("a truncated database was served")
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(database + ending):
                os.remove(database + ending)
            if os.path.exists(f"{second}/site.sqlite{ending}"):
                shutil.copy(f"{second}/site.sqlite{ending}", database + ending)
        server.start(None, "--copy", second, "--take-over")
        # What the copy lacked the terminals have; they are asked for it.
        for thread in threads:
            thread.unexpected = [note for note in thread.unexpected if not note.startswith("GAP")]
        settle = time.monotonic() + 20
        while time.monotonic() < settle and any(
                len(t.terminal.lines) - t.terminal.acknowledged > 5 for t in threads):
            time.sleep(0.1)
        for thread in threads:
            thread.unexpected = [note for note in thread.unexpected if not note.startswith("GAP")]

    faults = [
        ("kill -9", killed), ("kill -9", killed), ("kill -9", killed), ("SIGTERM", terminated), ("SIGSTOP", stopped),
        ("disk full", disk("full")), ("EIO on write", disk("broken")), ("EIO on fsync", disk("unsynced")),
        ("network cut", network("cut")), ("network delayed", network("delayed")),
        ("network in pieces", network("pieces")), ("network half-open", network("half-open")),
        ("two servers on a folder", two_servers), ("requests replayed", replayed), ("journal forged", forged), ("clock set by two hours", clock_set),
        ("database truncated, copy takes over", damaged_then_taken_over),
    ]
    end = time.monotonic() + float(seconds)
    order = []
    time.sleep(0.5)
    while time.monotonic() < end or order:
        if not order:
            order = faults[:]
            generator.shuffle(order)
        if time.monotonic() >= end and counts.keys() >= {name for name, _ in faults}:
            break
        name, fault = order.pop()
        time.sleep(generator.random() * 0.3)
        fault()
        check(name)

    for thread in threads:
        thread.stops.set()
    for thread in threads:
        thread.join()
        thread.terminal.close()
        deadline = time.monotonic() + 30
        while thread.terminal.acknowledged < len(thread.terminal.lines) and time.monotonic() < deadline:
            try:
                thread.terminal.send()
            except Exception:
                time.sleep(0.2)
        notes.extend(f"{thread.terminal.candidate['ticket']}: {note}" for note in thread.unexpected)
    check("the end")
    server.kill(signal.SIGTERM)

    print("| fault | times |")
    print("|---|---|")
    for name in sorted(counts):
        print(f"| {name} | {counts[name]} |")
    acknowledged = sum(thread.terminal.acknowledged for thread in threads)
    print(f"faults injected: {sum(counts.values()) - 1}, answers acknowledged: {acknowledged}, lost: {lost}")
    for note in notes[:40]:
        print(f"UNEXPECTED {note}")
    sys.exit(1 if lost or notes else 0)


main()
