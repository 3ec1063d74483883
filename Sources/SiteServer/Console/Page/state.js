// What the page knows, and small tools that everything uses.
import {t} from "/words.js";

export const state = {
  session: null,       // who is signed in
  room: null,          // the room as the server told it last, without seats
  seats: new Map(),    // ticket → seat
  order: [],           // tickets as they are seated, of the room that is shown
  place: localStorage.getItem("place"), // the room that is shown; null: all of them
  anchor: 0,           // performance.now() when `room.now` was true
  heard: 0,            // performance.now() of the last word of the server
  lost: false,
  selected: new Set(), // tickets
  focus: null,         // a ticket
  filter: null,        // the name of a count whose seats stand out
};

const listeners = [];
export function whenChanged(listener) { listeners.push(listener); }
export function changed() { for (const listener of listeners) listener(); }

// The session's time in milliseconds, going on by itself while the server is away.
export function now() {
  return state.room ? state.room.now + (performance.now() - state.anchor) : 0;
}

const collator = new Intl.Collator("zh-Hans", {numeric: true});

export function take(room, isWhole) {
  if (isWhole) state.seats.clear();
  for (const seat of room.seats) {
    seat.at = room.now;
    seat.heard = seat.silence === undefined ? null : room.now - seat.silence;
    state.seats.set(seat.ticket, seat);
  }
  if (isWhole) line();
  delete room.seats;
  state.room = room;
  state.anchor = performance.now();
}

// Of `3-07` it is `3`.
export function roomOf(seat) {
  const cut = seat.seat.lastIndexOf("-");
  return cut > 0 ? seat.seat.slice(0, cut) : "";
}

export function places() {
  return [...new Set([...state.seats.values()].map(roomOf))].sort(collator.compare);
}

// Shows one room, or all.
export function show(place) {
  state.place = place;
  if (place === null) localStorage.removeItem("place");
  else localStorage.setItem("place", place);
  line();
  changed();
}

function line() {
  if (state.place !== null && !places().includes(state.place)) state.place = null;
  const seats = [...state.seats.values()].filter(seat => state.place === null || roomOf(seat) === state.place);
  state.order = seats.sort((a, b) => collator.compare(a.seat, b.seat)).map(seat => seat.ticket);
  for (const ticket of [...state.selected]) if (!state.order.includes(ticket)) state.selected.delete(ticket);
  if (!state.order.includes(state.focus)) state.focus = state.order[0] ?? null;
}

// Whom an action is for: those selected, else the one under the cursor.
export function chosen() {
  const tickets = state.selected.size ? state.order.filter(ticket => state.selected.has(ticket)) : [state.focus];
  return tickets.map(ticket => state.seats.get(ticket)).filter(Boolean);
}

export function everybody() { return state.order.map(ticket => state.seats.get(ticket)); }

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") for (const [event, action] of Object.entries(value)) made.addEventListener(event, action);
    else if (key === "class") made.className = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

export function byId(id) { return document.getElementById(id); }

// 3725000 → 1:02:05
export function clockText(milliseconds, roundsUp = false) {
  const all = Math.max(0, roundsUp ? Math.ceil(milliseconds / 1000) : Math.floor(milliseconds / 1000));
  const two = number => String(number).padStart(2, "0");
  return `${two(Math.floor(all / 3600))}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
}

// A length of time in a few characters.
export function span(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 100) return t("seconds", seconds);
  const minutes = Math.floor(seconds / 60), rest = seconds % 60;
  return minutes < 100 && rest ? t("minutesSeconds", minutes, rest) : t("minutes", minutes);
}
