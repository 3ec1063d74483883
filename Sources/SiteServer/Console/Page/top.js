// The head of the page: the exam, the clock, what must be said loudly, and the counts.
import {state, byId, element, now, clockText, span, everybody, changed, places, show} from "/state.js";
import {t, said, isEnglish} from "/words.js";

const copyLagLimit = 50;

// The counts that may be touched to make their seats stand out.
export const filters = {
  absent: seat => seat.stage === "assigned",
  here: seat => seat.machine !== undefined,
  answering: seat => seat.stage === "answering" || seat.stage === "paused",
  ended: seat => ["handed-in", "time-up", "collected", "voided"].includes(seat.stage),
  cutOff: seat => seat.isCutOff,
  withIncident: seat => seat.incidents.length > 0,
};

export function showTop() {
  const {room, session} = state;
  byId("title").textContent = room.title;
  document.title = `${room.title} · ${t("console")}`;
  const start = new Intl.DateTimeFormat(isEnglish() ? "en-GB" : "zh-CN", {
    month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai",
  }).format(new Date(room.session.start));
  byId("session").textContent = t("sessionLine", room.session.name, room.session.minutes, start);
  byId("account").textContent = `${session.account}（${said(session.roleName)}）`;
  showCounts();
  tickTop();
}

function showCounts() {
  const seats = everybody(), rooms = places();
  const numbers = Object.fromEntries(Object.entries(filters).map(([name, fits]) => [name, seats.filter(fits).length]));
  const bar = byId("counts");
  const had = document.activeElement?.dataset?.count;
  const picker = rooms.length < 2 ? [] : [[null, t("allRooms")], ...rooms.map(room => [room, t("room", room)])].map(([room, name]) =>
    element("button", {
      type: "button", class: "count", "data-count": `room ${room}`, "aria-pressed": String(state.place === room), on: {click: () => show(room)},
    }, name));
  if (picker.length) picker.push(element("span", {class: "gap"}));
  bar.replaceChildren(
    ...picker,
    element("span", {class: "count"}, element("b", {}, String(seats.length)), t("candidates")),
    element("span", {class: "count"}, element("b", {}, String(seats.filter(seat => seat.isEnrolled).length)), t("enrolled")),
    ...Object.keys(filters).map(name => element("button", {
      type: "button", "data-count": name, "aria-pressed": String(state.filter === name),
      class: `count ${numbers[name] && (name === "cutOff" || name === "withIncident") ? "bad" : ""}`,
      on: {click: () => {
        state.filter = state.filter === name ? null : name;
        changed();
      }},
    }, element("b", {}, String(numbers[name])), t(name))));
  if (had) bar.querySelector(`[data-count="${had}"]`)?.focus();
}

export function tickTop() {
  const {room} = state, time = now(), length = room.session.minutes * 60000;
  const isLate = time >= 0 && !room.isReleased;
  let word = t("left"), left = length - time, mood = "";
  if (isLate) [word, left, mood] = [t("waiting"), time, "bad"];
  else if (time < 0) [word, left] = [t("toStart"), -time];
  else if (left <= 0) {
    const last = Math.max(0, ...everybody().filter(seat => seat.stage === "answering").map(seat => left + seat.extra));
    [word, left, mood] = last > 0 ? [t("stillLeft"), last, "warn"] : [t("over"), 0, "bad"];
  } else if (left <= 300000) mood = "bad";
  else if (left <= 600000) mood = "warn";
  byId("clock").className = mood;
  byId("clock-word").textContent = word;
  byId("clock-time").textContent = clockText(left, true);
  byId("live").textContent = t(state.lost ? "lost" : "live");
  byId("live").className = state.lost ? "bad" : "good";
  document.body.classList.toggle("lost", state.lost);
  showAlarms();
}

let shown = "";
function showAlarms() {
  const {room} = state, alarms = [];
  if (state.lost) {
    const at = new Date(Date.now() - (performance.now() - state.heard)).toLocaleTimeString("zh-CN", {hour12: false, timeZone: "Asia/Shanghai"});
    alarms.push(t("lostFor", span(performance.now() - state.heard), at));
  }
  if (room.diskFault) alarms.push(t("diskFault", room.diskFault));
  if (room.copy?.failure) alarms.push(t("copyFault", room.copy.folder, room.copy.failure));
  else if (room.copy && room.copy.lag > copyLagLimit) alarms.push(t("copyLag", room.copy.lag, room.copy.folder));
  if (room.ledger.fault) alarms.push(t("ledgerFault", room.ledger.pending, said(room.ledger.fault)));
  if (!room.hasRelease && now() > -600000) alarms.push(t("noRelease"));
  if (alarms.join("\n") === shown) return;
  shown = alarms.join("\n");
  byId("alarms").replaceChildren(...alarms.map(text => element("p", {}, "⚠ ", text)));
}
