"""A headless Chromium driven through its DevTools protocol, with nothing but the standard library."""
import atexit
import base64
import json
import re
import shutil
import socket
import struct
import subprocess
import tempfile
import time
import urllib.request

KEYS = {"Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, " ": 32}


def executable():
    """None where there is no Chromium."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Page:
    def __init__(self, url, width=1366, height=768):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.process = subprocess.Popen(
            [executable(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--ignore-certificate-errors", "--remote-debugging-port=0", f"--user-data-dir={self.folder.name}", "about:blank"],
            stderr=subprocess.PIPE, text=True)
        atexit.register(self.close)
        port = None
        while port is None:
            line = self.process.stderr.readline()
            if not line:
                raise RuntimeError("Chromium did not start")
            found = re.search(r"ws://127\.0\.0\.1:(\d+)/", line)
            port = found and int(found[1])
        targets = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        address = [target for target in targets if target["type"] == "page"][0]["webSocketDebuggerUrl"]
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.reader = self.socket.makefile("rb")
        self.socket.sendall(
            f"GET {address.split(str(port))[1]} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: a2FvY2hhbmcgYnJvd3Nlcg==\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        while self.reader.readline() != b"\r\n":
            pass
        self.number, self.complaints = 0, []
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Page.navigate", url=url)

    def call(self, method, **parameters):
        self.number += 1
        body = json.dumps({"id": self.number, "method": method, "params": parameters}).encode()
        length = (bytes([0x80 | len(body)]) if len(body) < 126 else b"\xfe" + struct.pack(">H", len(body)) if len(body) < 65536
                  else b"\xff" + struct.pack(">Q", len(body)))
        self.socket.sendall(b"\x81" + length + bytes(4) + body)
        while True:
            message = json.loads(self.receive())
            if message.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.complaints.append(message["params"])
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message["result"]

    def receive(self):
        data = b""
        while True:
            first, second = self.reader.read(2)
            length = second & 127
            if length == 126:
                length = struct.unpack(">H", self.reader.read(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.reader.read(8))[0]
            data += self.reader.read(length)
            if first & 128:
                return data

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def wait(self, expression, seconds=20):
        deadline = time.monotonic() + seconds
        while not self.holds(expression):
            if time.monotonic() > deadline:
                raise RuntimeError(f"not within {seconds} s: {expression}; {self.complaints}")
            time.sleep(0.05)

    def holds(self, expression):
        try:
            return self.value(f"!!({expression})")
        except RuntimeError:
            return False  # the page is being loaded

    def key(self, key, shift=False):
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        common = {"key": key, "windowsVirtualKeyCode": KEYS.get(key, ord(key[0].upper())), "modifiers": 8 if shift else 0}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def focus(self, selector):
        self.value(f"document.querySelector({json.dumps(selector)}).focus()")

    def click(self, selector):
        self.value(f"document.querySelector({json.dumps(selector)}).click()")

    def picture(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()
            self.folder.cleanup()
