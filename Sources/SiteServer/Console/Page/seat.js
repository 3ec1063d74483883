// Everything about the seat under the cursor.
import {state, byId, element, now, clockText, span} from "/state.js";
import {t} from "/words.js";
import {stateWord, silence, look} from "/room.js";

export function showSeat() {
  const seat = state.seats.get(state.focus), place = byId("seat");
  if (!seat) return place.replaceChildren();
  const rows = [
    ["state", stateWord(seat)], ["ticket", seat.ticket], ["team", seat.team],
    ["machine", seat.machine ? t("onMachine", seat.machine) : seat.isEnrolled ? t("none") : t("notEnrolled")],
    ["progress", seat.questions ? t("progressText", seat.answered, seat.questions, seat.flagged) : t("none")],
    ["remaining", ""], ["contact", ""], ["extra", seat.extra > 0 ? span(seat.extra) : t("none")],
  ];
  if (seat.pendingOrders) rows.push(["orders", String(seat.pendingOrders)]);
  place.className = look(seat);
  place.replaceChildren(
    element("h2", {}, element("b", {}, seat.seat), " ", seat.name),
    element("dl", {}, ...rows.flatMap(([name, text]) => [element("dt", {}, t(name)), element("dd", {"data-row": name}, text)])));
  tickSeat();
}

export function tickSeat() {
  const seat = state.seats.get(state.focus);
  if (!seat) return;
  const set = (name, text) => {
    const place = byId("seat").querySelector(`[data-row="${name}"]`);
    if (place && place.textContent !== text) place.textContent = text;
  };
  const quiet = silence(seat);
  set("contact", quiet === null ? t("none") : t("ago", span(quiet)));
  if (seat.remaining === undefined) return set("remaining", t("none"));
  const passed = seat.stage === "paused" ? 0 : now() - seat.at;
  const isOver = ["handed-in", "time-up", "collected", "voided"].includes(seat.stage);
  set("remaining", isOver ? t("none") : clockText(seat.remaining - passed, true));
}
