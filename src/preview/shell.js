// Follows the changes: shows what was found, and the new briefing at the place where the old one was read.
"use strict";

const frame = document.getElementById("page");
const state = document.getElementById("state");
const told = document.getElementById("told");
const report = document.getElementById("report");

// The page that the frame shows, and where it is read.
let page = null;
let place = null;

const changes = new EventSource("/changes");
changes.onmessage = (event) => show(JSON.parse(event.data));
changes.onerror = () => {
  document.body.className = "gone";
  say("factum watch has ended: what you see may be out of date");
};
frame.addEventListener("load", arrive);

function show(now) {
  document.body.className = now.passes ? "" : "fails";
  say(now.headline);
  report.textContent = now.report;
  told.hidden = now.report === "";
  told.open = !now.passes;
  if (now.page === page) return;
  page = now.page;
  place = here();
  frame.hidden = false;
  // Read again where it stands, a fragment of its address stays; led elsewhere, it comes back.
  if (place) frame.contentWindow.location.reload();
  else frame.src = now.path;
}

// Said once, so that a screen reader does not repeat it.
function say(words) {
  if (state.textContent !== words) state.textContent = words;
}

// The last marked place above the top of the window, and how far above it is; none if no page is shown.
function here() {
  const read = frame.contentDocument;
  if (!read || !frame.hasAttribute("src") || read.location.href === "about:blank") return null;
  let mark = null;
  for (const element of read.querySelectorAll("[id]")) {
    const top = element.getBoundingClientRect().top;
    if (top > 8) break;
    mark = { id: element.id, top };
  }
  return { mark, x: frame.contentWindow.scrollX, y: frame.contentWindow.scrollY };
}

function arrive() {
  const read = frame.contentDocument;
  if (!read) return;
  document.title = read.title || "factum watch";
  frame.title = read.title || "The briefing";
  // What lies elsewhere opens beside the preview, which may show nothing but the briefing.
  for (const link of read.querySelectorAll("a[href]")) {
    if (link.origin !== location.origin) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  }
  if (place) back(read, place);
  place = null;
}

function back(read, { mark, x, y }) {
  const view = frame.contentWindow;
  const element = mark && read.getElementById(mark.id);
  if (element) view.scrollBy({ top: element.getBoundingClientRect().top - mark.top, behavior: "instant" });
  else view.scrollTo({ left: x, top: y, behavior: "instant" });
}
