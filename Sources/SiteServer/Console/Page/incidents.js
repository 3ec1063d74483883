// What somebody should look at, the most pressing first, with the buttons that usually follow.
import {state, byId, element, now, span, show} from "/state.js";
import {t, said} from "/words.js";
import {run} from "/actions.js";
import {move} from "/room.js";

const pressing = ["not-saved", "needs-admission", "server-down", "forked", "stranded", "login-locked", "late", "cut-off"];

function rank(incident) {
  const place = pressing.indexOf(incident.kind);
  return place < 0 ? pressing.length : place;
}

// The seat may be in a room that is not shown.
function reach(ticket) {
  if (!state.order.includes(ticket)) show(null);
  move(ticket);
}

let shown = "";
export function showIncidents() {
  const incidents = [...state.room.incidents].sort((a, b) => rank(a) - rank(b) || b.number - a.number);
  byId("incidents-title").textContent = t("incidents", incidents.length || "");
  const mark = JSON.stringify([incidents, document.documentElement.lang, state.session.mayAct]);
  if (mark === shown) return;
  shown = mark;
  const list = byId("incident-list"), had = document.activeElement?.closest("li")?.dataset.number;
  list.replaceChildren(...(incidents.length ? incidents.map(card) : [element("li", {class: "calm"}, t("noIncidents"))]));
  if (had) list.querySelector(`[data-number="${had}"] button`)?.focus();
  tickIncidents();
}

function card(incident) {
  const item = element("li", {class: incident.kind, "data-number": incident.number},
    element("p", {}, said(incident.message)),
    element("p", {class: "when", "data-at": incident.at}));
  const buttons = [];
  const button = (text, action, kind = "") =>
    buttons.push(element("button", {type: "button", class: kind, on: {click: action}}, text));
  if (incident.ticket && state.seats.has(incident.ticket)) {
    button(state.seats.get(incident.ticket).seat, () => reach(incident.ticket), "plain");
  }
  if (state.session.mayAct) {
    if (incident.kind === "needs-admission") {
      button(t("admitTo", incident.seat), () => run("admit", {seats: [state.seats.get(incident.ticket)], machine: incident.seat}), "main");
    }
    if (incident.outage) {
      const text = t(incident.ticket ? "giveBackOne" : "giveBackRoom", span(incident.outage));
      button(text, () => run("give-back", {incident}), "main");
    }
    button(t("settle"), () => run("settle", {incident}));
  }
  item.append(element("div", {class: "buttons"}, ...buttons));
  return item;
}

export function tickIncidents() {
  for (const place of document.querySelectorAll("[data-at]")) {
    place.textContent = t("ago", span(Math.max(0, now() - Number(place.dataset.at))));
  }
}
