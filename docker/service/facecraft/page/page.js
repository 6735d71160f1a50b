// Wiring: choose and drop, options, and how the service is.
const drop = document.getElementById("drop");
const input = document.getElementById("files");
const again = document.getElementById("again");

input.addEventListener("change", () => { add([...input.files]); input.value = ""; });
for (const kind of ["dragover", "drop", "dragleave"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    if (kind === "drop") add([...event.dataTransfer.files]);
  });
}
document.addEventListener("paste", (event) => add([...event.clipboardData.files]));

form.addEventListener("input", () => { showWhatBelongs(); again.hidden = !photos.some((photo) => photo.state === "done"); });
form.addEventListener("submit", (event) => event.preventDefault());
again.querySelector("button").addEventListener("click", () => { again.hidden = true; makeAgain(); });

const STATES = { ok: "tick", work: "ring", bad: "cross" };

function say(state, word, more = "") {
  const pill = document.getElementById("state");
  if (pill.dataset.said === `${state}${word}${more}`) return;
  Object.assign(pill.dataset, { state, said: `${state}${word}${more}` });
  pill.replaceChildren(icon(STATES[state], `i14 ${state === "work" ? "turn" : ""}`),
    element("span", {}, [element("b", { textContent: word }), more && element("small", { textContent: more })]));
}

async function look() {
  try {
    const answer = await fetch("/ready");
    const told = await answer.json();
    const { models_loaded: loaded, models_total: total } = told.steps ?? {};
    if (told.ready) say("ok", "Ready", told.device === "cuda" ? "Graphics card" : "Processor");
    else if (told.models_loaded) say("bad", "Not ready", told.reasons[0]);
    else say("work", "Loading models", total ? `${loaded} of ${total}` : "");
    return told.ready;
  } catch {
    say("bad", "Not answering");
    return false;
  }
}

async function watch() {
  const ready = await look();
  setTimeout(watch, ready ? 10000 : 1500);
}

showWhatBelongs();
drop.classList.add("tall");
watch();
const status = await fetch("/status");
if (status.ok) document.body.dataset.cleanup = (await status.json()).cleanup_age_hours;
showKept();
