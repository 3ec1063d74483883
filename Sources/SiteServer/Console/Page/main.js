// Signing in, then the room.
import {state, byId, changed, whenChanged} from "/state.js";
import {t, said, fill, turnLanguage} from "/words.js";
import {Fault, get, post, listen, stop, watchSilence, seen} from "/link.js";
import {showTop, tickTop} from "/top.js";
import {showRoom, tickRoom, layRoom} from "/room.js";
import {showIncidents, tickIncidents} from "/incidents.js";
import {showSeat, tickSeat} from "/seat.js";
import {showActions, say} from "/actions.js";
import {showHelp} from "/ask.js";
import {bindKeys} from "/keys.js";

function show() {
  if (!state.room || !state.session) return;
  showTop();
  showActions();
  showIncidents();
  showSeat();
  showRoom();
}

function enter(session) {
  state.session = session;
  byId("door").hidden = true;
  byId("console").hidden = false;
  byId("password").value = "";
  listen(() => leave(t("signedOut")));
}

// Nothing of the room stays on the page of whoever signs in next.
function leave(message) {
  stop();
  sessionStorage.setItem("said", message);
  location.reload();
}

function showDoor(message) {
  byId("door").hidden = false;
  byId("sign-in-fault").textContent = message;
  byId("name").focus();
}

let countdown = null;
async function signIn(event) {
  event.preventDefault();
  clearInterval(countdown);
  const place = byId("sign-in-fault"), button = byId("sign-in").querySelector(".main");
  place.textContent = "";
  button.disabled = true;
  try {
    enter(await post("/sign-in", {name: byId("name").value.trim(), password: byId("password").value}));
  } catch (fault) {
    if (fault instanceof Fault && fault.code === "LOCKED") {
      let left = fault.body.seconds ?? 1;
      const say = () => {
        place.textContent = left > 0 ? t("wait", left) : "";
        if (left-- <= 0) clearInterval(countdown);
      };
      say();
      countdown = setInterval(say, 1000);
    } else {
      place.textContent = fault instanceof Fault ? said(fault.body.message) || fault.message : t("noServer");
    }
    byId("password").select();
  }
  button.disabled = false;
}

byId("sign-in").addEventListener("submit", signIn);
byId("sign-out").addEventListener("click", async () => {
  try {
    await post("/sign-out");
    leave("");
  } catch {
    say(t("offline"), true);
  }
});
byId("help").addEventListener("click", showHelp);
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    turnLanguage();
    fill();
    layRoom();
    show();
  });
}
whenChanged(show);
bindKeys();
for (const event of ["pointerdown", "keydown"]) document.addEventListener(event, seen, {passive: true});
addEventListener("resize", () => { if (state.room) showRoom(); });
setInterval(() => {
  watchSilence();
  if (!state.room) return;
  tickTop();
  tickRoom();
  tickIncidents();
  tickSeat();
}, 250);

fill();
async function begin() {
  try {
    enter(await get("/session"));
  } catch (fault) {
    showDoor(fault instanceof Fault ? sessionStorage.getItem("said") ?? "" : t("noServer"));
    sessionStorage.removeItem("said");
    if (!(fault instanceof Fault)) setTimeout(begin, 2000);
  }
}
begin();
