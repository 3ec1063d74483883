// What goes between the page and the server.
import {state, take, changed} from "/state.js";

const silence = 6000;
let source = null;
let onSignedOut = () => {};
let isTrying = false;

export class Fault extends Error {
  constructor(status, body) {
    super(body?.code ?? `HTTP ${status}`);
    this.status = status;
    this.code = body?.code;
    this.body = body ?? {};
  }
}

export async function post(path, value) {
  const headers = {"content-type": "application/json"};
  if (state.session) headers["kaochang-csrf"] = state.session.csrf;
  return answer(await fetch(path, {method: "POST", headers, body: JSON.stringify(value ?? {})}));
}

export async function get(path) { return answer(await fetch(path)); }

async function answer(response) {
  const text = await response.text();
  let body = null;
  try { body = text ? JSON.parse(text) : {}; } catch { body = null; }
  if (!response.ok) {
    const fault = new Fault(response.status, body);
    if (fault.code === "NOT_SIGNED_IN" && state.session) onSignedOut();
    throw fault;
  }
  return body;
}

// Listens until `stop`; goes on by itself after the server was away.
export function listen(signedOut) {
  onSignedOut = signedOut;
  open();
}

export function stop() {
  source?.close();
  source = null;
}

function open() {
  source?.close();
  source = new EventSource("/events");
  source.addEventListener("room", event => heard(event, true));
  source.addEventListener("change", event => heard(event, false));
  source.addEventListener("signed-out", () => onSignedOut());
  source.addEventListener("error", () => { if (source?.readyState === EventSource.CLOSED) retry(); });
}

function heard(event, isWhole) {
  take(JSON.parse(event.data), isWhole);
  state.heard = performance.now();
  state.lost = false;
  changed();
}

async function retry() {
  if (isTrying || !source) return;
  isTrying = true;
  await new Promise(done => setTimeout(done, 1000));
  isTrying = false;
  if (!source) return;
  try {
    state.session = await get("/session");
    open();
  } catch (fault) {
    if (!(fault instanceof Fault && fault.status === 401)) retry();
  }
}

// A connection that is half open says nothing: it is given up and another is made.
export function watchSilence() {
  if (!source || !state.heard) return;
  const isLost = performance.now() - state.heard > silence;
  if (isLost && (performance.now() - state.heard) % (2 * silence) < 500) open();
  if (isLost !== state.lost) {
    state.lost = isLost;
    changed();
  }
}

let lastSeen = 0;
// Tells that somebody is here, at most once a minute, so that the session does not end.
export function seen() {
  if (!state.session || performance.now() - lastSeen < 60000) return;
  lastSeen = performance.now();
  post("/seen").catch(() => {});
}
