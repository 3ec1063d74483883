// Dialogs: every action with its reason and whom it reaches, codes to copy, the keys.
import {state, byId, element} from "/state.js";
import {t, said, reasonsFor} from "/words.js";
import {actions, whomText, reasonOf} from "/actions.js";

const dialog = byId("ask");
const collator = new Intl.Collator("zh-Hans", {numeric: true});
let before = null;

function open(...content) {
  before = before ?? document.activeElement;
  dialog.replaceChildren(...content);
  if (!dialog.open) dialog.showModal();
}

dialog.addEventListener("close", () => {
  const place = before;
  before = null;
  if (place?.isConnected) place.focus();
  else document.querySelector(`[data-ticket="${CSS.escape(state.focus ?? "")}"]`)?.focus();
});

// `question`: name, whom (null: the room), fields, machine, incident, seatNames, twice, send(values).
export function ask(question) {
  const {name, whom, fields, incident, twice} = question;
  const known = {
    reason: incident ? said(incident.message).slice(0, 200) : "", machine: question.machine, minutes: "5", text: "",
    seats: question.seatNames.join(" "),
  };
  const inputs = {};
  const make = {
    minutes: () => element("input", {type: "number", min: "1", max: "180", step: "1", required: true}),
    machine: () => element("input", {required: true, maxlength: "20", list: "seat-names", autocomplete: "off"}),
    text: () => element("textarea", {required: true, maxlength: "200", rows: "3"}),
    seats: () => element("textarea", {required: true, rows: question.seatNames.length > 8 ? "4" : "1"}),
  };
  const rows = fields.map(field => {
    inputs[field] = make[field]();
    inputs[field].value = known[field];
    return element("label", {}, t(field + "Field"), inputs[field]);
  });
  inputs.reason = element("input", {required: true, maxlength: "200", autocomplete: "off"});
  inputs.reason.value = known.reason;
  const chips = element("div", {class: "chips"}, ...reasonsFor(name).map(reason => element("button", {
    type: "button", on: {click: () => {
      inputs.reason.value = reason;
      inputs.reason.focus();
    }},
  }, reason)));
  const fault = element("p", {class: "fault", role: "alert"});
  const confirm = element("button", {type: "submit", class: actions[name].twice ? "grave main" : "main"}, t(twice ? "again" : "confirm"));
  const machines = element("datalist", {id: "seat-names"},
    ...[...state.seats.values()].filter(seat => seat.isEnrolled).map(seat => element("option", {value: seat.seat})));
  const form = element("form", {method: "dialog"},
    element("h2", {}, t(name)),
    element("p", {class: "whom"}, t("to"), " ▸ ", element("b", {}, fields.includes("seats") ? "" : !whom && incident ? t("wholeRoom", state.seats.size) : whomText(whom, 8))),
    element("p", {class: "say"}, t("say_" + name)),
    ...rows, element("label", {}, t("reason"), inputs.reason), chips, machines, fault,
    element("div", {class: "buttons"}, confirm, element("button", {type: "button", on: {click: () => dialog.close()}}, t("cancel"))));
  if (fields.includes("seats")) form.querySelector(".whom").remove();
  let isSecond = false, second = null;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    fault.textContent = "";
    if (twice && !isSecond) {
      isSecond = true;
      second = element("input", {required: true, autocomplete: "off", class: "second"});
      chips.replaceWith(element("label", {class: "grave"}, t(...twice), second));
      confirm.textContent = t(name);
      return second.focus();
    }
    if (twice && second.value.trim() !== twice[1]) {
      fault.textContent = t("notRight");
      return second.select();
    }
    confirm.disabled = true;
    try {
      const values = Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, input.value]));
      const shown = form;
      await question.send(values);
      if (dialog.contains(shown)) dialog.close();
    } catch (problem) {
      fault.textContent = reasonOf(problem);
    }
    confirm.disabled = false;
  });
  open(form);
  const first = fields.length && !known[fields[0]] ? inputs[fields[0]] : inputs.reason.value ? confirm : inputs.reason;
  first.focus();
}

// Codes by seat, as large as they fit.
export function showCodes(codes) {
  const seats = Object.keys(codes).sort(collator.compare);
  open(element("div", {class: `codes ${seats.length === 1 ? "one" : seats.length <= 6 ? "few" : ""}`},
    element("h2", {}, t("codesTitle")),
    element("ul", {}, ...seats.map(seat => element("li", {}, element("span", {}, seat), element("b", {}, codes[seat])))),
    element("div", {class: "buttons"},
      element("button", {type: "button", on: {click: () => print()}}, t("print")),
      element("button", {type: "button", class: "main", autofocus: true, on: {click: () => dialog.close()}}, t("dismiss")))));
}

export function showHelp() {
  open(element("div", {class: "help"},
    element("h2", {}, t("helpTitle")),
    ...["helpMove", "helpLetters", "helpJump"].map(key => element("p", {}, t(key))),
    element("ul", {}, ...Object.entries(actions).filter(([, action]) => action.key).map(([name, action]) =>
      element("li", {}, element("kbd", {}, action.key.toUpperCase()), " ", t(name)))),
    element("div", {class: "buttons"},
      columnsField(),
      element("button", {type: "button", class: "main", autofocus: true, on: {click: () => dialog.close()}}, t("dismiss")))));
}

function columnsField() {
  const input = element("input", {type: "number", min: "1", max: "40", placeholder: t("automatic")});
  input.value = localStorage.getItem("columns") ?? "";
  input.addEventListener("change", () => {
    if (input.value) localStorage.setItem("columns", input.value);
    else localStorage.removeItem("columns");
    dispatchEvent(new Event("resize"));
  });
  return element("label", {}, t("columns"), input);
}
