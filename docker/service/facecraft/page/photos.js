// The photos of this visit: each is sent, shown before and after, and can be saved or deleted.
const list = document.getElementById("photos");
const photos = [];
const AT_ONCE = 2;
let underWay = 0;

function element(tag, properties = {}, children = []) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter(Boolean));
  return node;
}

function icon(name, classes = "") {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `i ${classes}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

function add(files) {
  for (const file of files) {
    const photo = { file, before: URL.createObjectURL(file), state: "waiting", row: element("li", { className: "photo" }) };
    photos.unshift(photo);
    list.prepend(photo.row);
    show(photo);
  }
  document.getElementById("drop").classList.toggle("tall", photos.length === 0);
  work();
}

function makeAgain() {
  for (const photo of photos) if (photo.state === "done") Object.assign(photo, { state: "waiting" });
  photos.forEach(show);
  work();
}

function work() {
  for (const photo of photos) {
    if (underWay >= AT_ONCE) return;
    if (photo.state !== "waiting") continue;
    underWay += 1;
    make(photo).finally(() => { underWay -= 1; show(photo); work(); if (!underWay) showKept(); });
  }
}

async function make(photo) {
  photo.state = "making";
  show(photo);
  const body = new FormData();
  for (const [name, value] of Object.entries(chosen())) body.append(name, value);
  body.append("file", photo.file);
  try {
    const answer = await fetch("/api/v1/process", { method: "POST", body });
    if (answer.status === 503) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get("Retry-After") ?? 2)));
      photo.state = "waiting";
      return;
    }
    const told = await answer.json();
    Object.assign(photo, answer.ok ? { state: "done", job: told.job, picture: told.pictures[0] } : { state: "refused", problem: told });
  } catch {
    const problem = { title: "No answer", detail: "Facecraft did not answer.", fix: "See whether it still runs, then choose the photo again." };
    Object.assign(photo, { state: "refused", problem });
  }
}

function show(photo) {
  const before = element("img", { src: photo.before, alt: "Before" });
  before.onerror = () => before.replaceWith(element("div", { className: "wait none" }, [icon("photo")]));
  const after = photo.state === "done"
    ? element("img", { src: photo.picture.url, alt: "After", className: "checker" })
    : element("div", { className: `wait ${photo.state === "refused" ? "bad" : ""}` }, [
      photo.state === "refused" ? icon("cross") : icon("ring", "turn")]);
  photo.row.replaceChildren(
    element("div", { className: "pair" }, [
      element("figure", {}, [before, element("figcaption", { textContent: "Before" })]),
      icon("arrow"),
      element("figure", {}, [after, element("figcaption", { textContent: photo.state === "done" ? "After" : "\u00a0" })]),
    ]),
    element("div", { className: "facts" }, facts(photo)),
  );
}

function facts(photo) {
  const title = element("h2", { textContent: photo.file.name, title: photo.file.name });
  if (photo.state === "refused") {
    const { title: what, detail, fix } = photo.problem;
    return [title, line("cross", "bad", what), element("p", { textContent: `${detail} ${fix}` }), acts([button("Remove", () => forget(photo))])];
  }
  if (photo.state !== "done") return [title, line("ring", "work-line", photo.state === "making" ? "Being made" : "Waiting")];
  const { width, height, bytes, seconds, head, notes } = photo.picture;
  return [
    title,
    line("tick", "ok", `Done in ${seconds.toFixed(1)} s`),
    element("p", { textContent: `${width} × ${height} pixels, ${size(bytes)}. The head takes ${Math.round(head * 100)}\u00a0% of the height.` }),
    ...notes.map((note) => line("warn", "warn", note)),
    acts([save(photo.picture), bin("Delete this picture", () => remove(photo))]),
  ];
}

const line = (mark, kind, words) => element("p", { className: `line ${kind}` }, [icon(mark, "i16"), element("span", { textContent: words })]);
const acts = (children) => element("div", { className: "acts" }, children);
const button = (words, onclick) => element("button", { type: "button", className: "btn", textContent: words, onclick });
const save = (picture) => element("a", { className: "btn primary", href: picture.url, download: "" }, [icon("save", "i16"), "Save"]);
const size = (bytes) => (bytes < 1e6 ? `${Math.round(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

// Deleting takes two clicks: the first one only asks.
function bin(words, onclick) {
  const node = element("button", { type: "button" });
  const ask = () => {
    Object.assign(node, { className: "btn danger", textContent: "Delete for good", onclick, onblur: rest });
    node.removeAttribute("aria-label");
  };
  function rest() {
    Object.assign(node, { className: "btn icon", title: words, onclick: ask, onblur: null });
    node.replaceChildren(icon("bin", "i16"));
    node.setAttribute("aria-label", words);
  }
  rest();
  return node;
}

async function remove(photo) {
  const answer = await fetch(`/api/v1/jobs/${photo.job}`, { method: "DELETE" });
  if (answer.ok || answer.status === 404) forget(photo);
}

function forget(photo) {
  URL.revokeObjectURL(photo.before);
  photos.splice(photos.indexOf(photo), 1);
  photo.row.remove();
  document.getElementById("drop").classList.toggle("tall", photos.length === 0);
  document.getElementById("files").focus();
}
