#!/usr/bin/env python3
"""A ledger of 100,000 lines, receipts, and envelopes of 64 MB, beside the openssl command on the same bytes. Whole
processes, best of three. Standard library and openssl only.

    swift build -c release --product TrustWorkload && python3 Benchmarks/trust.py
"""

import base64
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKLOAD = ROOT / ".build/release/TrustWorkload"
LINES, RECEIPTS, BYTES, SINGLE = 100_000, 10_000, 64 << 20, 300


def run(*command, folder=None):
    return subprocess.run([str(part) for part in command], cwd=folder, check=True, capture_output=True).stdout


def best(action, runs=3):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def ledger(folder):
    run(WORKLOAD, "make-ledger", folder, LINES)
    ours = best(lambda: run(WORKLOAD, "verify-ledger", folder))
    lines = (folder / "ledger.jsonl").read_bytes().splitlines()[:SINGLE]
    for number, line in enumerate(lines):
        fields = json.loads(line)
        (folder / f"{number}.p7s").write_bytes(base64.b64decode(fields.pop("signature")))
        (folder / f"{number}.json").write_text(
            json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")))

    def theirs():
        for number in range(SINGLE):
            run("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", f"{number}.p7s", "-content",
                f"{number}.json", "-CAfile", "authority.pem", "-out", os.devnull, folder=folder)

    single = best(theirs, runs=1) / SINGLE
    speed = run("openssl", "speed", "-mr", "-seconds", "3", "ecdsap256").decode()
    verify = 1 / float([line for line in speed.splitlines() if line.startswith("+F4")][-1].split(":")[-1])
    print(f"ledger of {LINES} lines: {ours:.2f} s, {ours / LINES * 1e6:.0f} µs a line; openssl cms -verify "
          f"{single * 1e6:.0f} µs a line; the curve alone (openssl speed) {verify * 1e6:.0f} µs on one core")


def receipts(folder):
    ours = best(lambda: run(WORKLOAD, "receipts", "-", RECEIPTS))
    print(f"{RECEIPTS} receipts proven: {ours:.2f} s")


def envelopes(folder):
    run(WORKLOAD, "make-keys", folder)
    run("openssl", "pkey", "-in", "office.key", "-passin", "pass:benchmark-passphrase", "-out", "office.plain", folder=folder)
    (folder / "content").write_bytes(os.urandom(BYTES))
    seal = best(lambda: run(WORKLOAD, "seal", folder))
    opened = best(lambda: run(WORKLOAD, "open", folder))
    assert (folder / "content").read_bytes() == (folder / "content.opened").read_bytes()
    theirs = best(lambda: run(
        "openssl", "cms", "-encrypt", "-binary", "-aes-256-gcm", "-in", "content", "-outform", "DER", "-out", "theirs.cms",
        "-recip", "office.pem", "-keyopt", "ecdh_kdf_md:sha256", folder=folder))
    again = best(lambda: run(
        "openssl", "cms", "-decrypt", "-binary", "-inform", "DER", "-in", "content.cms", "-recip", "office.pem", "-inkey",
        "office.plain", "-out", "theirs.opened", folder=folder))
    print(f"64 MB sealed: {seal:.3f} s, openssl cms -encrypt {theirs:.3f} s, ratio {seal / theirs:.2f}")
    print(f"64 MB opened: {opened:.3f} s, openssl cms -decrypt {again:.3f} s, ratio {opened / again:.2f}")


for measure in (ledger, receipts, envelopes):
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name))
