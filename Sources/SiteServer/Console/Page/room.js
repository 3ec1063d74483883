// The room as it is seated: one cell a seat, changed in place.
import {state, byId, element, now, span, changed, roomOf} from "/state.js";
import {t} from "/words.js";
import {filters} from "/top.js";

const gap = 6, panel = 26;
const symbols = {
  assigned: "○", admitted: "◎", answering: "●", paused: "‖", "handed-in": "✓", "time-up": "✓", collected: "■", voided: "✕",
  cut: "↯",
};
const cells = new Map();
let laid = "";
// How many cells stand in a row, for the arrows.
export let columns = 1;

export function look(seat) { return seat.isCutOff ? "cut" : seat.stage; }
export function stateWord(seat) { return `${symbols[look(seat)]} ${t("stage_" + look(seat))}`; }
export function silence(seat) { return seat.heard === null ? null : Math.max(0, now() - seat.heard); }

// Forgets the cells, so that they are made anew.
export function layRoom() { laid = ""; }

export function showRoom() {
  const mark = state.order.join() + state.room.exam;
  if (mark !== laid) {
    laid = mark;
    lay();
  }
  fit();
  for (const [ticket, cell] of cells) update(cell, state.seats.get(ticket));
  tickRoom();
}

function lay() {
  const place = byId("room"), groups = new Map();
  place.setAttribute("aria-label", t("roomGrid"));
  cells.clear();
  for (const ticket of state.order) {
    const seat = state.seats.get(ticket), name = roomOf(seat);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(ticket);
  }
  place.replaceChildren();
  for (const [name, tickets] of groups) {
    if (groups.size > 1) place.append(element("h2", {}, t("room", name)));
    place.append(element("div", {class: "seats", role: "rowgroup"}, ...tickets.map(make)));
  }
}

function make(ticket) {
  const parts = {};
  const part = (name, tag = "span") => (parts[name] = element(tag, {class: name}));
  const cell = element("div", {class: "cell", role: "gridcell", "data-ticket": ticket, tabindex: "-1"},
    element("div", {class: "head"}, part("number", "b"), part("marks")),
    part("name", "div"), part("word", "div"),
    element("div", {class: "bar"}, part("fill", "i")),
    element("div", {class: "foot"}, part("answered"), part("contact")));
  cell.parts = parts;
  cell.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) toggle(ticket);
    else if (state.focus === ticket && state.selected.has(ticket)) state.selected.delete(ticket);
    else {
      state.selected.clear();
      state.selected.add(ticket);
    }
    move(ticket);
  });
  cells.set(ticket, cell);
  return cell;
}

export function toggle(ticket) {
  if (!state.selected.delete(ticket)) state.selected.add(ticket);
}

// The cursor goes to a seat.
export function move(ticket) {
  state.focus = ticket;
  changed();
  cells.get(ticket)?.focus();
}

// As many in a row as make the cells large: all seats on one screen where that is possible.
function fit() {
  const place = byId("room"), wide = place.clientWidth - 2 * gap, high = place.clientHeight - 2 * gap;
  const groups = [...place.querySelectorAll(".seats")], counts = groups.map(group => group.children.length);
  if (!wide || !counts.length) return;
  const heads = groups.length > 1 ? groups.length * 34 : 0;
  const wanted = Number(localStorage.getItem("columns")) || 0;
  let best = {size: 0, columns: 1, height: 0};
  for (let count = wanted || 1; count <= (wanted || 24); count++) {
    const rows = counts.reduce((all, number) => all + Math.ceil(number / count), 0);
    const width = (wide - gap * (count - 1)) / count, height = (high - heads - gap * (rows - 1)) / rows;
    const size = Math.min(width / 8.6, height / 6.1);
    if (size > best.size || wanted) best = {size, columns: count, height};
  }
  const size = Math.max(11, Math.min(21, best.size));
  columns = wanted || (best.size >= 11 ? best.columns : Math.max(1, Math.floor((wide + gap) / (size * 8.6 + gap))));
  place.style.setProperty("--columns", columns);
  place.style.setProperty("--size", `${size}px`);
  place.style.setProperty("--height", `${Math.max(size * 6, Math.min(best.height, size * 7.5))}px`);
}

function update(cell, seat) {
  const {parts} = cell, kind = look(seat);
  const isOut = state.filter && !filters[state.filter](seat);
  cell.className = `cell ${kind} ${state.selected.has(seat.ticket) ? "selected" : ""} ${isOut ? "out" : ""}`;
  cell.tabIndex = seat.ticket === state.focus ? 0 : -1;
  cell.setAttribute("aria-selected", String(state.selected.has(seat.ticket)));
  const number = seat.seat.slice(roomOf(seat).length ? roomOf(seat).length + 1 : 0);
  parts.number.textContent = number;
  parts.name.textContent = seat.name;
  parts.word.textContent = stateWord(seat);
  const begun = seat.questions > 0;
  const isMissing = !seat.machine && !seat.isEnrolled;
  parts.answered.textContent = begun ? `${seat.answered}/${seat.questions}` : isMissing ? t("noMachine") : "";
  parts.fill.parentElement.hidden = !begun;
  parts.fill.style.width = begun ? `${100 * seat.answered / seat.questions}%` : "0";
  const marks = [];
  if (seat.incidents.length) marks.push(element("em", {class: "bad"}, `!${seat.incidents.length}`));
  if (seat.extra > 0) marks.push(element("em", {class: "extra", title: t("extra")}, `+${Math.round(seat.extra / 60000) || "<1"}′`));
  if (seat.machine && seat.machine !== seat.seat) marks.push(element("em", {class: "moved"}, `→${seat.machine}`));
  if (seat.pendingOrders) marks.push(element("em", {class: "moved"}, "…"));
  parts.marks.replaceChildren(...marks);
  cell.setAttribute("aria-label", [
    t("seat"), seat.seat, seat.name, t("stage_" + kind), begun ? `${seat.answered}/${seat.questions}` : "",
    seat.incidents.length ? t("incidents", seat.incidents.length) : "",
  ].join(" "));
}

export function tickRoom() {
  for (const [ticket, cell] of cells) {
    const seat = state.seats.get(ticket), quiet = seat && silence(seat);
    const hasEnded = seat && filters.ended(seat);
    const text = quiet === null || hasEnded ? "" : quiet < 5000 ? "" : span(quiet);
    if (cell.parts.contact.textContent !== text) cell.parts.contact.textContent = text;
  }
}
