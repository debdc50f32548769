// Run in the page by judges.py: each function returns a list of objections, or what it sees.

const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 60);
const named = (element) => `<${element.localName}${element.id ? ` id=${element.id}` : ""}> ${short(element.textContent)}`;
const few = (list) => (list.length > 5 ? [...list.slice(0, 5), `… ${list.length - 5} more`] : list);

function actors() {
  const found = [];
  for (const script of document.scripts) {
    if (script.type !== "application/ld+json") found.push(`a script: ${short(script.outerHTML)}`);
  }
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(`${named(element)} has ${name}`);
      if (/^\s*(javascript|data|file|blob|vbscript):/i.test(value)) found.push(`${named(element)} has ${name}=${short(value)}`);
    }
  }
  const frames = document.querySelectorAll("iframe, object, embed, form, img[src], link[href], base, meta[http-equiv=refresh]");
  for (const element of frames) found.push(`there is a ${named(element)}`);
  return few(found);
}

function links() {
  const found = [];
  const names = new Set();
  for (const { id } of document.querySelectorAll("[id]")) {
    if (names.has(id)) found.push(`two elements are called ${id}`);
    names.add(id);
  }
  const inner = [...document.querySelectorAll("a[href^='#']")];
  for (const link of inner) {
    const name = decodeURIComponent(link.hash.slice(1));
    if (!names.has(name)) found.push(`#${name} leads nowhere`);
  }
  if (!inner.length) found.push("there is no link inside the page");
  return few(found);
}

function headings() {
  const found = [];
  const ranks = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  let rank = 0;
  for (const heading of ranks) {
    const own = Number(heading.localName[1]);
    if (own > rank + 1) found.push(`${named(heading)} comes after rank ${rank}`);
    if (!heading.textContent.trim()) found.push(`${named(heading)} is empty`);
    rank = own;
  }
  const first = ranks.filter((heading) => heading.localName === "h1").length;
  if (first !== 1) found.push(`there are ${first} headings of the first rank`);
  return few(found);
}

function reflow() {
  const found = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) {
    found.push(`${root.scrollWidth} pixels are wanted, ${root.clientWidth} are there`);
    for (const element of document.body.querySelectorAll("*")) {
      if (element.getBoundingClientRect().right > root.clientWidth + 0.5) found.push(`too wide: ${named(element)}`);
    }
  }
  for (const element of document.body.querySelectorAll("*")) {
    const flow = getComputedStyle(element).overflowX;
    // One pixel is for those who listen.
    if (element.clientWidth <= 1) continue;
    if (element.scrollWidth > element.clientWidth + 1 && flow !== "visible") found.push(`${flow}: ${named(element)}`);
  }
  return few(found);
}

// The texts that can be seen, with the elements that they stand in; the contents are for the screen alone.
function seen() {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const text = walk.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || element.closest("script, style, noscript, nav")) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { width, height } = range.getBoundingClientRect();
    if (width > 0 && height > 0) found.push({ text: text.data, element });
  }
  return found;
}

const texts = () => seen().map(({ text, element }) => `${short(text)} (${element.localName})`);

function contrast(least) {
  const found = new Set();
  const all = seen();
  for (const { text, element } of all) {
    const style = getComputedStyle(element);
    const svg = element.namespaceURI.endsWith("svg");
    const ground = groundOf(element, svg);
    const ink = over(colour(svg ? style.fill : style.color), ground);
    const ratio = ratioOf(ink, ground);
    if (ratio < least) found.add(`${ratio.toFixed(2)}: ${short(text)} (${named(element).split(">")[0]}>)`);
  }
  if (!all.length) found.add("there is no text");
  return few([...found]);
}

// What lies behind a text: the ground of each element around it, one over the other.
function groundOf(element, svg) {
  const drawn = element.previousElementSibling;
  if (svg && drawn && drawn.localName === "circle") {
    const fill = colour(getComputedStyle(drawn).fill);
    if (fill[3] === 1) return fill;
  }
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(colour(getComputedStyle(at).backgroundColor));
  const dark = matchMedia("(prefers-color-scheme: dark)").matches && matchMedia("screen").matches;
  return layers.reduceRight((below, above) => over(above, below), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
}

// Any colour of CSS as red, green, blue and how much it covers, drawn and read back.
function colour(text) {
  colour.known ??= new Map();
  if (!colour.known.has(text)) {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    colour.known.set(text, [r, g, b, a / 255]);
  }
  return colour.known.get(text);
}

function over([r, g, b, a], [r2, g2, b2]) {
  const mix = (above, below) => above * a + below * (1 - a);
  return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
}

function ratioOf(one, other) {
  const light = ([r, g, b]) => {
    const line = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b);
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// What has the focus: where it leads, and from which statement.
function focused() {
  const element = document.activeElement;
  const to = (element.getAttribute("href") || "").replace(/^#/, "");
  const kind = element.getAttribute("role") === "doc-noteref" && /^n\d+$/.test(to) ? "note" : element.localName;
  return { kind, to, id: element.id, words: short(element.parentElement?.textContent ?? "") };
}

// The numbers of notes in the order in which they are read.
const numbers = () => [...document.querySelectorAll("a[role=doc-noteref]")].map(({ id }) => id);

function arrived(id) {
  const found = [];
  const target = document.getElementById(id);
  if (location.hash !== `#${id}`) found.push(`the address says ${location.hash}, not #${id}`);
  if (!target || target !== document.querySelector(":target")) return [...found, `${id} is not the target`];
  const { top, bottom, height } = target.getBoundingClientRect();
  const inside = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (inside < Math.min(height, 10)) found.push(`${id} is out of sight`);
  return found;
}

function within(id, words) {
  return short(document.getElementById(id)?.parentElement?.textContent ?? "") === words;
}
