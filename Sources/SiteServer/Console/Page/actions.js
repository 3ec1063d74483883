// What may be done, with whom, and what is sent.
import {state, byId, element, chosen, everybody} from "/state.js";
import {t, said, isEnglish} from "/words.js";
import {Fault, post} from "/link.js";
import {ask, showCodes} from "/ask.js";

// `fields` are asked for beside the reason; `twice` asks for the seat or the number of people.
export const actions = {
  admit: {key: "a", fields: ["machine"], single: true}, "give-time": {key: "t", fields: ["minutes"]}, message: {key: "m", fields: ["text"]},
  pause: {key: "p"}, resume: {key: "r"}, collect: {key: "c", twice: true}, void: {key: "v", twice: true}, close: {key: "l"},
  reopen: {key: "o"}, "issue-codes": {key: "k", fields: ["seats"]}, withdraw: {key: "w", fields: ["seats"]},
  "give-back": {}, settle: {},
};
let forRoom = false;

export function showActions() {
  const bar = byId("actions"), had = document.activeElement?.dataset?.action;
  if (!state.session.mayAct) return bar.replaceChildren(element("p", {class: "target"}, t("readOnly")));
  const target = element("button", {
    type: "button", class: "target", "data-action": "target", "aria-pressed": String(forRoom), title: `${t("forChosen")} / ${t("forRoom")}`,
    on: {click: () => {
      forRoom = !forRoom;
      showActions();
    }},
  }, `${t("to")} ▸ ${whomText(forRoom ? null : chosen())}`);
  const buttons = Object.entries(actions).filter(([, action]) => action.key).map(([name, action]) => element("button", {
    type: "button", "data-action": name, class: action.twice ? "grave" : "", disabled: forRoom && action.single,
    on: {click: () => run(name, {isRoom: forRoom})},
  }, t(name), " ", element("kbd", {}, action.key.toUpperCase())));
  bar.replaceChildren(target, ...buttons);
  if (had) bar.querySelector(`[data-action="${had}"]`)?.focus();
}

// Null: the room.
export function whomText(seats, most = 1) {
  if (!seats) return state.place === null ? t("wholeRoom", state.order.length) : t("roomAll", state.place, state.order.length);
  if (!seats.length) return t("noOne");
  const names = seats.slice(0, most).map(seat => `${seat.seat} ${seat.name}`).join("、");
  if (seats.length <= most) return names;
  return most === 1 ? t("chosenMany", seats.length) : `${names} ${t("andMore", seats.length)}`;
}

// Asks for what the action needs, then does it. `seats`, `machine` and `incident` come from an incident's buttons.
export function run(name, {isRoom = false, seats = null, machine = "", incident = null} = {}) {
  const action = actions[name];
  const whom = isRoom ? null : seats ?? (incident ? incident.ticket ? [state.seats.get(incident.ticket)].filter(Boolean) : null : chosen());
  if (whom && !whom.length) return say(t("nobodyChosen"), true);
  if (action.single && whom?.length !== 1) return say(t("onlyOne"), true);
  const count = whom ? whom.length : state.order.length;
  ask({
    name, whom, fields: action.fields ?? [], machine, incident,
    seatNames: (whom ?? everybody()).map(seat => (name === "withdraw" ? seat.machine : null) ?? seat.seat),
    twice: action.twice ? (whom?.length === 1 ? ["typeSeat", whom[0].seat] : ["typeCount", String(count)]) : null,
    async send(values) {
      const body = {action: name, reason: values.reason};
      if (incident) body.incident = incident.number;
      else if (values.seats) body.seats = values.seats.split(/[\s,，、]+/).filter(Boolean);
      else if (whom) body.tickets = whom.map(seat => seat.ticket);
      else if (state.place !== null) body.tickets = [...state.order];
      else body.everybody = true;
      if (values.machine) body.seat = values.machine.trim();
      if (values.minutes) body.seconds = Math.round(Number(values.minutes) * 60);
      if (values.text) body.text = values.text;
      const done = await post("/act", body);
      tell(name, done);
    },
  });
}

function tell(name, done) {
  const lines = [done.tickets.length ? t("done", t(name), done.tickets.length) : t("doneSimply", t(name))];
  const refused = Object.entries(done.refused), why = new Map();
  for (const [ticket, both] of refused) {
    const reason = both.split(" · ").at(isEnglish() ? -1 : 0);
    why.set(reason, [...(why.get(reason) ?? []), state.seats.get(ticket)?.seat ?? ticket]);
  }
  for (const [reason, seats] of why) lines.push(t("notReached", seats.length, `${reason}（${seats.slice(0, 12).join("、")}${seats.length > 12 ? "…" : ""}）`));
  say(lines.join("\n"), refused.length > 0);
  if (Object.keys(done.codes).length) showCodes(done.codes);
}

let quiet = null;
export function say(text, isBad = false) {
  const place = byId("said");
  place.textContent = text;
  place.className = isBad ? "shown bad" : "shown";
  clearTimeout(quiet);
  quiet = setTimeout(() => { place.className = ""; }, isBad ? 12000 : 6000);
}

export function reasonOf(fault) {
  return fault instanceof Fault ? said(fault.body.message) || fault.message : t("offline");
}
