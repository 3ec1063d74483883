"""A candidate's terminal against a running site, measured through a pseudo-terminal: from the start of the process to the
login on the screen, and from a key press to the painted answer, to "saved here" and to "saved at the site".

    terminal.py [--build FOLDER] [--starts N] [--keys N]

Python 3, standard library. Needs the executables (`swift build -c release`) and openssl. Prints a table; exits 1 when a
median start takes 150 ms or more, or a painted key 16 ms or more at the 99th percentile."""
import argparse
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, f"{ROOT}/Tests/Fixtures/site")
from site_client import control  # noqa: E402

BANKS = ["labour-relations", "social-insurance", "employment", "personnel", "epidemic-policies", "service-standards",
         "party-documents"]


class Terminal:
    """A program in a pseudo-terminal of 24 by 80."""

    def __init__(self, arguments):
        self.began = time.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execv(arguments[0], arguments)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def type(self, text):
        os.write(self.descriptor, text.encode())

    def read(self, seconds):
        """What comes within the time; empty when nothing does."""
        if not select.select([self.descriptor], [], [], seconds)[0]:
            return b""
        return os.read(self.descriptor, 1 << 16)

    def wait(self, *texts, seconds=30):
        """Seconds until each of the texts has come; they may come in any order."""
        began, seen, times = time.perf_counter(), b"", {}
        while len(times) < len(texts):
            data = self.read(max(0.0, began + seconds - time.perf_counter()))
            if not data:
                raise RuntimeError(f"no {texts} but {seen.decode(errors='replace')[-2000:]}")
            seen += data
            for text in texts:
                if text not in times and text.encode() in seen:
                    times[text] = time.perf_counter() - began
        return [times[text] for text in texts]

    def drain(self):
        """Reads until nothing comes for a while."""
        while self.read(0.15):
            pass

    def end(self):
        os.kill(self.process, signal.SIGTERM)
        while True:
            try:
                if not os.read(self.descriptor, 1 << 16):
                    break
            except OSError:
                break
        os.waitpid(self.process, 0)
        os.close(self.descriptor)


def run(arguments, folder):
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 3):
        raise RuntimeError(f"{arguments}: {done.stderr}")


def exam(build, work):
    """A released exam, a site's folder and the terminals' credentials."""
    folder = f"{work}/exam"
    shutil.copytree(f"{ROOT}/Papers/sichuan-2020-qualifier", folder)
    settings = open(f"{folder}/exam.yaml").read().replace("latest-start: 30", "latest-start: 90")
    open(f"{folder}/exam.yaml", "w").write(settings)
    office = f"{build}/kaochang"
    for arguments in (["keys", "init", "--generate-passphrases"],
                      ["bank", "import"] + [f"{ROOT}/QuestionBanks/hrss-2020/{name}.txt" for name in BANKS],
                      ["roster", "import", "roster.csv"], ["roster", "import", "roster-replacements.csv"],
                      ["paper", "assemble"], ["paper", "seal"], ["paper", "release", "--start", "now"]):
        run([office] + arguments, folder)
    run([sys.executable, f"{ROOT}/Tests/Fixtures/site/prepare.py", folder, work, "2"], work)
    os.makedirs(f"{work}/credentials/slips", exist_ok=True)
    shutil.copy(f"{folder}/keys/slips/terminal.txt", f"{work}/credentials/slips/terminal.txt")
    return json.load(open(f"{work}/candidates.json"))[0]


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=f"{ROOT}/.build/release")
    parser.add_argument("--starts", type=int, default=40)
    parser.add_argument("--keys", type=int, default=1000)
    options = parser.parse_args()
    work = tempfile.mkdtemp(prefix="kaochang-terminal-")
    server = None
    try:
        candidate = exam(options.build, work)
        server = subprocess.Popen(
            [f"{options.build}/kaochang-site", "serve", "--site", f"{work}/site", "--host", "127.0.0.1", "--port", "0",
             "--console-port", "0", "--lang", "en"], stdout=subprocess.PIPE, stderr=open(f"{work}/log", "w"), text=True)
        port = int(server.stdout.readline().split("127.0.0.1:")[1].split(",")[0])
        seat = candidate["seat"]
        code = control(f"{work}/site", "POST", "/act",
                       {"action": "issue-codes", "reason": "benchmark", "seats": [seat]})["codes"][seat]
        command = [f"{options.build}/kaochang-terminal", "--site", f"https://127.0.0.1:{port}", "--credentials",
                   f"{work}/credentials", "--state", f"{work}/state"]
        return measure(command, code, candidate, options)
    finally:
        if server:
            server.kill()
        shutil.rmtree(work)


def measure(command, code, candidate, options):
    first = Terminal(command + ["--code", code])
    first.wait("准考证号")
    first.drain()
    first.end()
    starts = []
    for _ in range(options.starts):
        terminal = Terminal(command)
        terminal.wait("准考证号")
        starts.append(time.perf_counter() - terminal.began)
        terminal.end()

    terminal = Terminal(command)
    terminal.wait("准考证号")
    terminal.type(candidate["ticket"] + "\r")
    terminal.type(candidate["lastSix"] + "\r")
    terminal.wait("请核对是不是本人")
    terminal.type("\r")
    terminal.wait("考场规则")
    terminal.type("\r")
    terminal.drain()
    painted, here, there = [], [], []
    for number in range(options.keys):
        began = time.perf_counter()
        terminal.type("ab"[number % 2])
        seen = b""
        while b"x" not in seen:
            seen += terminal.read(5)
        painted.append(time.perf_counter() - began)
        while "存本机".encode() not in seen and "送达".encode() not in seen:
            seen += terminal.read(5)
        here.append(time.perf_counter() - began)
        while "送达".encode() not in seen:
            seen += terminal.read(5)
        there.append(time.perf_counter() - began)
        time.sleep(0.01)
    terminal.end()

    print("| what | times | median ms | p99 ms | most ms |")
    print("|---|---:|---:|---:|---:|")
    rows = (("start of the process to the login on the screen", starts), ("key to the painted answer", painted),
            ("key to “saved here”", here), ("key to “saved at the site”", there))
    for name, values in rows:
        figures = (percentile(values, 0.5), percentile(values, 0.99), max(values))
        print(f"| {name} | {len(values)} | " + " | ".join(f"{1000 * value:.1f}" for value in figures) + " |")
    return 1 if percentile(starts, 0.5) >= 0.150 or percentile(painted, 0.99) >= 0.016 else 0


sys.exit(main())
