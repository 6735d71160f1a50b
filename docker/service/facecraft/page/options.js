// What the person chose for the picture, and which parts of the form belong to the choice.
const form = document.getElementById("options");

function chosen() {
  const data = new FormData(form);
  const options = { format: data.get("format"), background: data.get("background"), type: data.get("type") };
  if (options.background === "own") options.background = data.get("colour");
  if (options.type !== "png") options.quality = data.get("quality");
  if (options.format === "custom") Object.assign(options, { width: data.get("width"), height: data.get("height") });
  return options;
}

function showWhatBelongs() {
  const data = new FormData(form);
  const jpeg = form.querySelector("[name=type][value=jpeg]");
  jpeg.disabled = data.get("background") === "transparent";
  if (jpeg.disabled && jpeg.checked) form.querySelector("[name=type][value=png]").checked = true;
  jpeg.closest("label").title = jpeg.disabled ? "A JPEG file cannot be transparent" : "";
  document.getElementById("size").hidden = data.get("format") !== "custom";
  document.getElementById("own").hidden = data.get("background") !== "own";
  document.getElementById("quality").hidden = form.querySelector("[name=type]:checked").value === "png";
  form.querySelector("output").textContent = data.get("quality");
}
