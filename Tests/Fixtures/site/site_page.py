"""Looks at the console's page in Chromium as an invigilator uses it: signs in, watches candidates, gives time and codes by the
keyboard, loses the server and finds it again. Prints a table; exits 1 when something was not as it should be. Says that it
was skipped where there is no Chromium.

    site_page.py SERVER SITE-FOLDER CREDENTIALS WORK-FOLDER [PICTURES]

With PICTURES, a folder, it stays longer and leaves screenshots there."""
import atexit
import json
import os
import random
import subprocess
import sys
import threading
import time

import browser
from checks import finish, row
from site_client import Refused, Terminal, control, tls_context

executable, folder, credentials, work = sys.argv[1:5]
pictures = sys.argv[5] if len(sys.argv) > 5 else None
if not browser.executable():
    print("skipped: there is no Chromium here")
    sys.exit(0)
generator = random.Random(7)
process = None


@atexit.register
def stop():
    if process and process.poll() is None:
        process.kill()


def serve(*ports):
    process = subprocess.Popen(
        [executable, "serve", "--site", folder, "--host", "127.0.0.1", "--port", f"{ports[0]}", "--console-port", f"{ports[1]}",
         "--copy", f"{work}/copy", "--lang", "en"],
        stdout=subprocess.PIPE, stderr=open(f"{work}/server.log", "a"), text=True)
    parts = process.stdout.readline().split("127.0.0.1:")
    return process, int(parts[1].split(",")[0]), int(parts[2].split("/")[0])


with open(f"{work}/password", "w") as file:
    file.write("a good long password\n")
for name, role in (("李老师", "invigilator"), ("监督组", "supervision")):
    subprocess.run([executable, "account", "add", name, "--role", role, "--password-file", f"{work}/password", "--site", folder],
                   check=True, capture_output=True)
process, port, console = serve(0, 0)
tls = tls_context(credentials)
candidates = json.load(open(f"{work}/candidates.json"))
codes = control(folder, "POST", "/act", {
    "action": "issue-codes", "reason": "登记机器", "seats": [candidate["seat"] for candidate in candidates] + ["备用1"]})["codes"]
terminals = []


def enrolled(candidate, seat):
    terminal = Terminal(lambda: ("127.0.0.1", port), tls, candidate)
    terminal.enrol(codes[seat])
    return terminal


def obey(terminal):
    for order in terminal.request("GET", f"/v1/orders?after={terminal.obeyed}&wait=0&released=1")["orders"]:
        terminal.obeyed = order["number"]
        if order.get("order"):
            terminal.add({"kind": "ordered", "order": order["order"]})
            terminal.send()


for index, candidate in enumerate(candidates):
    terminal = enrolled(candidate, candidate["seat"])
    terminal.obeyed = 0
    if index % 17 == 5:
        continue  # has not come
    form = terminal.log_in()["header"]["form"]
    terminals.append(terminal)
    if index % 19 == 7:
        continue  # reads the rules
    terminal.add({"kind": "started"})
    items = candidate["forms"][form]
    for item in items[:generator.randrange(len(items) // 4, len(items))]:
        terminal.add({"kind": "answered", "item": item["id"], "options": [item["options"][0]]})
    if index % 11 == 3:
        terminal.add({"kind": "handed-in"})
    terminal.send()
mute = terminals[2]
lasting = [terminal for terminal in terminals if terminal is not mute]
ending = threading.Event()


def keep():
    while not ending.wait(2):
        for terminal in lasting:
            try:
                obey(terminal)
            except (Refused, OSError):
                terminal.close()


keeper = threading.Thread(target=keep, daemon=True)
keeper.start()
# Somebody sits down at a spare machine: the invigilator has to agree.
wrong = enrolled(candidates[5 % len(candidates)], "备用1")
wrong.request("POST", "/v1/login", {"ticket": wrong.candidate["ticket"], "lastSix": wrong.candidate["lastSix"]})

page = browser.Page(f"https://127.0.0.1:{console}/", 1920, 1080)


def picture(name, width=None, height=None):
    if not pictures:
        return
    if width:
        page.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        time.sleep(1)
    time.sleep(0.4)
    page.picture(f"{pictures}/{name}.png")


def sign_in(name, password):
    page.wait("document.getElementById('door')?.hidden === false")
    for field, text in (("#name", name), ("#password", password)):
        page.value(f"document.querySelector('{field}').value = {json.dumps(text)}")
    page.focus("#password")
    page.key("Enter")


def reason(text):
    page.wait("document.getElementById('ask').open")
    page.value("[...document.querySelectorAll('#ask input')].at(-1).focus()")
    page.type(text)
    page.key("Enter")


page.wait("document.readyState === 'complete'")
page.value("localStorage.setItem('language', 'zh')")
page.call("Page.navigate", url=f"https://127.0.0.1:{console}/")
sign_in("李老师", "not the password")
page.wait("document.getElementById('sign-in-fault').textContent.includes('不对')")
picture("sign-in")
sign_in("李老师", "a good long password")
count = len(control(folder, "GET", "/room")["seats"])
page.wait(f"document.querySelectorAll('.cell').length === {count}")
row("every seat has a cell", count, page.value("document.querySelectorAll('.cell').length"))
page.click("[data-count='room 1']")
page.wait(f"document.querySelectorAll('.cell').length < {count}")
row("a room by itself has its seats", True,
    page.value("[...document.querySelectorAll('.cell')].every(cell => cell.getAttribute('aria-label').includes(' 1-'))"))
page.click("[data-count='room null']")
page.wait(f"document.querySelectorAll('.cell').length === {count}")
row("who asks for another seat stands first", True,
    page.value("document.querySelector('#incident-list li').classList.contains('needs-admission')"))
row("a state has a word", True, page.value("[...document.querySelectorAll('.cell.answering .word')].every(word => word.textContent === '● 作答')"))

# By the keyboard alone: two seats get five minutes, one is paused, one gets a code.
page.value("document.querySelector('.cell').focus()")
page.key(" ")
page.key("ArrowRight")
page.key(" ")
row("two are chosen", 2, page.value("document.querySelectorAll('.cell.selected').length"))
page.key("t")
reason("机器故障")
page.wait("!document.getElementById('ask').open")
page.wait("document.querySelectorAll('.cell em.extra').length === 2")
row("both get the time", ["5", "5"], page.value("[...document.querySelectorAll('.cell em.extra')].map(mark => mark.textContent.match(/\\d+/)[0])"))
page.key("Escape")
row("nobody is chosen any more", 0, page.value("document.querySelectorAll('.cell.selected').length"))
page.value("document.querySelector('.cell.answering').focus()")
page.value("document.querySelector('.cell.answering').click()")
page.key("p")
reason("身体不适")
page.wait("document.querySelector('.cell.paused')", 30)
page.key("k")
page.wait("document.getElementById('ask').open")
picture("ask-codes")
reason("更换机器")
page.wait("document.querySelector('.codes b')")
row("a code to type", True, bool(page.value("/^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(document.querySelector('.codes b').textContent)")))
picture("code")
page.key("Escape")
page.key("v")
page.wait("document.getElementById('ask').open")
reason("替考，经考务同意")
page.wait("document.querySelector('#ask .second')")
page.type("nobody")
page.key("Enter")
page.wait("document.querySelector('#ask .fault').textContent")
row("the wrong seat voids nobody", 0, page.value("document.querySelectorAll('.cell.voided').length"))
picture("void")
page.key("Escape")
page.click("#incident-list .main")
page.wait("document.getElementById('ask').open")
picture("admit")
reason("核验身份无误")
page.wait("!document.querySelector('#incident-list li.needs-admission')")
row("an incident is settled by one button and its reason", 0, page.value("document.querySelectorAll('#incident-list li.needs-admission').length"))

# The server goes and comes.
process.kill()
process.wait()
page.wait("document.body.classList.contains('lost')", 30)
row("the page says that it lost the server", True, page.value("document.getElementById('alarms').textContent.includes('失去联系')"))
picture("lost")
process, port, console = serve(port, console)
page.wait("document.getElementById('door')?.hidden === false", 60)
sign_in("李老师", "a good long password")
page.wait("!document.getElementById('console').hidden && !document.body.classList.contains('lost') && document.querySelector('.cell.paused')", 30)
page.wait("document.querySelector('#incident-list li.server-down')", 30)
row("the outage may be given back to the room", True, "全场" in page.value("document.querySelector('#incident-list li.server-down .main').textContent"))
if pictures:
    deadline = time.monotonic() + 60
    page.wait("document.querySelector('.cell.cut')", 60)
    picture("room-1920")
    picture("room-1366", 1366, 768)
    page.click("#incident-list li.server-down .main")
    picture("give-back")
    page.key("Escape")
    page.click("#console [data-language]")
    picture("english")
    page.key("?")
    picture("help")
    page.key("Escape")
    page.click("#console [data-language]")
page.click("#sign-out")
sign_in("监督组", "a good long password")
page.wait("!document.getElementById('console').hidden && document.querySelector('.cell')")
row("supervision has no buttons", 0, page.value("document.querySelectorAll('#actions button, #incident-list .main').length"))
page.key("t")
row("nor keys", False, page.value("document.getElementById('ask').open"))
picture("supervision")
row("Chromium complains of nothing but the lost server and the wrong password", [], [
    complaint for complaint in page.complaints
    if not any(word in json.dumps(complaint) for word in ("ERR_CONNECTION", "ERR_INCOMPLETE", "ERR_EMPTY", "status of 401", "status of 403"))])
page.close()
ending.set()
process.terminate()
row("the server ends", 0, process.wait(timeout=60))

finish()
