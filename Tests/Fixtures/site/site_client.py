"""A terminal of the exam site written independently of the product: raw protocol over TLS, one journal, what was
acknowledged. Used by the fault suite."""
import hashlib
import http.client
import json
import socket
import ssl
import time


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status} {body}")
        self.status, self.body = status, body
        self.code = body.get("code") if isinstance(body, dict) else None


class ControlSocket(http.client.HTTPConnection):
    """The socket in the site's folder."""

    def __init__(self, path):
        super().__init__("localhost", timeout=30)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(30)
        self.sock.connect(self.path)


def control(folder, method, path, body=None):
    connection = ControlSocket(f"{folder}/control.sock")
    connection.request(method, path, body=None if body is None else json.dumps(body))
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    if answer.status != 200:
        raise Refused(answer.status, json.loads(data))
    return json.loads(data)


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class Terminal:
    """One machine with one candidate. `acknowledged` counts the lines that the site said it has."""

    def __init__(self, address, tls, candidate):
        self.address, self.tls, self.candidate = address, tls, candidate
        self.connection = None
        self.machine = self.sitting = None
        self.lines = []
        self.acknowledged = 0
        self.anchor = None

    def request(self, method, path, body=None, timeout=20):
        headers = {"content-type": "application/octet-stream"}
        if self.machine:
            headers["kaochang-machine"] = self.machine
        if self.sitting:
            headers["kaochang-sitting"] = self.sitting
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        try:
            if self.connection is None:
                self.connection = http.client.HTTPSConnection(*self.address(), context=self.tls, timeout=timeout)
            self.connection.request(method, path, body=body, headers=headers)
            answer = self.connection.getresponse()
            data = answer.read()
        except Exception:
            self.close()
            raise
        if answer.status != 200:
            raise Refused(answer.status, json.loads(data) if data[:1] == b"{" else data)
        if answer.getheader("content-type") == "application/json":
            return json.loads(data)
        return data

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def enrol(self, code):
        self.machine = self.request("POST", "/v1/enrol", {"code": code, "machine": "tester"})["token"]

    def log_in(self):
        reply = self.request(
            "POST", "/v1/login", {"ticket": self.candidate["ticket"], "lastSix": self.candidate["lastSix"]})
        self.sitting = reply["token"]
        self.anchor = (time.monotonic(), reply["time"]["session"])
        if not self.lines:
            self.lines = [canonical(reply["header"])]
        return reply

    def elapsed(self):
        return self.anchor[1] + int((time.monotonic() - self.anchor[0]) * 1000)

    def add(self, event):
        last = 0 if len(self.lines) < 2 else json.loads(self.lines[-1])["elapsed"]
        self.lines.append(canonical({
            "clock": {"boot": "tester", "nanoseconds": time.monotonic_ns(), "wallMilliseconds": int(time.time() * 1000)},
            "elapsed": max(last, self.elapsed()), "event": event,
            "previous": hashlib.sha256(self.lines[-1]).hexdigest(), "sequence": len(self.lines)}))

    def send(self, begin=None):
        """Sends what is not acknowledged, or everything from `begin` on."""
        begin = self.acknowledged if begin is None else begin
        body = b"".join(line + b"\n" for line in self.lines[begin:])
        reply = self.request("POST", f"/v1/journal?from={begin}", body)
        self.acknowledged = max(self.acknowledged, reply["lines"])
        return reply

    def stored(self):
        """The journal as the site has it."""
        return self.request("GET", "/v1/lines?from=0").split(b"\n")[:-1]


def tls_context(credentials):
    """Shows the terminal's certificate; `plain.key` is its key without a passphrase, for the test alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.load_cert_chain(f"{credentials}/terminal.pem", f"{credentials}/plain.key")
    return context
