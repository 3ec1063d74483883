"""Whether an inclusion proof (RFC 9162, 2.1.3.2) leads from a sheet's hash to the root: reads the JSON that
`kaochang receipt check --json` prints on standard input, and prints `holds` or `fails`."""
import hashlib
import json
import sys

document = json.load(sys.stdin)
proof = document["proof"]


def sha256(data):
    return hashlib.sha256(data).digest()


index, last = proof["index"], proof["size"] - 1
value = sha256(b"\0" + bytes.fromhex(document["sheetSha256"]))
for sibling in map(bytes.fromhex, proof["path"]):
    while index % 2 == 0 and index == last:
        index, last = index // 2, last // 2
    value = sha256(b"\1" + (sibling + value if index % 2 else value + sibling))
    index, last = index // 2, last // 2
print("holds" if value.hex() == document["root"] else "fails")
