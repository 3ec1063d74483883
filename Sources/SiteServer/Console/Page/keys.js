// The keyboard: arrows in the plan, letters for actions.
import {state, byId, changed} from "/state.js";
import {actions, run} from "/actions.js";
import {columns, move, toggle} from "/room.js";
import {showHelp} from "/ask.js";

const steps = {ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: () => -columns, ArrowDown: () => columns};

export function bindKeys() {
  document.addEventListener("keydown", event => {
    if (!state.room || !state.session || byId("ask").open || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (handle(event)) event.preventDefault();
  });
}

function handle(event) {
  const isInPlan = event.target.classList?.contains("cell") || event.target === document.body;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key !== "a") return false;
    state.order.forEach(ticket => state.selected.add(ticket));
    changed();
    return true;
  }
  if (isInPlan && steps[event.key]) return step(steps[event.key](), event.shiftKey);
  if (isInPlan && event.key === " ") {
    toggle(state.focus);
    move(state.focus);
    return true;
  }
  switch (key) {
    case "escape":
      state.selected.clear();
      state.filter = null;
      move(state.focus);
      return true;
    case "?": showHelp(); return true;
    case "g": move(state.focus); return true;
    case "i": byId("incident-list").querySelector("button")?.focus(); return true;
    case "n": return next();
  }
  if (!state.session.mayAct) return false;
  const found = Object.entries(actions).find(([, action]) => action.key === key);
  if (!found) return false;
  run(found[0], {isRoom: event.shiftKey});
  return true;
}

function step(by, extends_) {
  const at = state.order.indexOf(state.focus), to = at + by;
  if (to < 0 || to >= state.order.length) return true;
  if (extends_) {
    state.selected.add(state.focus);
    state.selected.add(state.order[to]);
  }
  move(state.order[to]);
  return true;
}

function next() {
  const at = state.order.indexOf(state.focus), count = state.order.length;
  for (let offset = 1; offset <= count; offset++) {
    const ticket = state.order[(at + offset) % count], seat = state.seats.get(ticket);
    if (seat.incidents.length || seat.isCutOff) {
      move(ticket);
      break;
    }
  }
  return true;
}
