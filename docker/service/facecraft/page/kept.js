// What was made on earlier visits and still lies on the shelf.
const SHOWN = 24;

async function showKept() {
  const answer = await fetch("/api/v1/jobs");
  if (!answer.ok) return;
  const here = new Set(photos.map((photo) => photo.job));
  const jobs = (await answer.json()).filter((job) => !here.has(job.job));
  document.getElementById("kept").hidden = jobs.length === 0;
  document.getElementById("kept-list").replaceChildren(...jobs.slice(0, SHOWN).flatMap(thumbnails));
  const more = jobs.length > SHOWN ? `${jobs.length - SHOWN} older ones are not shown. ` : "";
  document.getElementById("kept-words").textContent = `${more}${howLong()}`;
}

function thumbnails(job) {
  const when = new Date(job.created).toLocaleString(undefined, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit", hourCycle: "h23" });
  return job.pictures.map((picture) => element("li", {}, [
    element("a", { href: picture.url, download: "", title: `Save the picture of ${when}` }, [
      element("img", { src: picture.url, alt: `Picture of ${when}`, loading: "lazy" })]),
    element("div", { className: "under" }, [
      element("span", { textContent: when }),
      bin(`Delete the picture of ${when}`, async () => { await fetch(`/api/v1/jobs/${job.job}`, { method: "DELETE" }); await showKept(); })]),
  ]));
}

function howLong() {
  const hours = Number(document.body.dataset.cleanup ?? 0);
  return hours > 0 ? `Pictures older than ${hours} hours are deleted by themselves.` : "Pictures stay until you delete them.";
}
