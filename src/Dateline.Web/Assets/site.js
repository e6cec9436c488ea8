// Lights what belongs together on the page of a story: a record's card, its words, and the chain they are part of.
const story = document.querySelector("article.story");

function light(own, records) {
  const chain = new Set(records);
  for (const mark of story.querySelectorAll("[data-r]")) {
    const of = mark.dataset.r.split(" ");
    mark.classList.toggle("hot", of.includes(own));
    mark.classList.toggle("lit", of.some(r => chain.has(r)));
  }
  for (const card of document.querySelectorAll(".card[data-chain]")) {
    card.classList.toggle("hot", card.id === own);
    card.classList.toggle("lit", chain.has(card.id));
  }
}

// The words nearest to the pointer belong to several records; the innermost one is meant.
function recordAt(element) {
  const card = element.closest(".card[data-chain]");
  if (card) { return card.id; }
  const mark = element.closest("[data-r]");
  if (!mark) { return null; }
  const own = mark.dataset.r.split(" ");
  return own.findLast(r => /^[sv]/.test(r)) ?? own.at(-1);
}

if (story) {
  const main = document.getElementById("content");
  const start = new URLSearchParams(location.search).get("r") ?? "";
  let shown = start;
  const show = record => {
    if (record === shown) { return; }
    shown = record;
    light(record, document.getElementById(record)?.dataset.chain.split(" ") ?? (record ? [record] : []));
  };
  main.addEventListener("pointerover", event => show(recordAt(event.target) ?? start));
  main.addEventListener("focusin", event => show(recordAt(event.target) ?? start));
  for (const link of main.querySelectorAll("a.ref")) {
    link.addEventListener("click", event => {
      const card = document.getElementById(link.dataset.r);
      if (!card || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      history.replaceState(null, "", "#" + card.id);
      card.scrollIntoView({ block: "nearest" });
      card.focus({ preventScroll: true });
    });
  }
}

// Events: a stretch of bars, or a box on the map, narrows everything on the page. Without this module bars and circles are links that do the same one by one.
const bars = document.querySelector(".bars");
if (bars) {
  const links = [...bars.querySelectorAll("a")];
  let from = -1;
  const mark = to => links.forEach((link, i) => link.classList.toggle("chosen", from >= 0 && i >= Math.min(from, to) && i <= Math.max(from, to)));
  const at = event => links.indexOf(document.elementFromPoint(event.clientX, event.clientY)?.closest(".bars a"));
  bars.addEventListener("dragstart", event => event.preventDefault());
  bars.addEventListener("pointerdown", event => { if (event.button === 0 && event.pointerType === "mouse") { from = at(event); } });
  bars.addEventListener("pointermove", event => { if (from >= 0) { mark(at(event)); } });
  addEventListener("pointerup", event => {
    const to = at(event);
    if (from >= 0 && to >= 0 && from !== to) {
      const chosen = links.slice(Math.min(from, to), Math.max(from, to) + 1).slice(0, 40).map(link => "when:" + link.dataset.when);
      go([bars.dataset.query, ...chosen]);
    }
    from = -1;
  });
  // The click that ends a stretch is not a click on its last bar.
  bars.addEventListener("click", event => { if (links.some(link => link.classList.contains("chosen")) && links.filter(link => link.classList.contains("chosen")).length > 1) { event.preventDefault(); } });
}

const map = document.querySelector("svg.map");
if (map) {
  const point = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
  const height = map.viewBox.baseVal.height;
  let start = null;
  let box = null;
  map.addEventListener("pointerdown", event => {
    if (event.button !== 0 || event.pointerType !== "mouse" || event.target.closest("a")) { return; }
    start = point(event);
    event.preventDefault();
  });
  addEventListener("pointermove", event => {
    if (!start) { return; }
    const now = point(event);
    if (!box) {
      box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      box.setAttribute("class", "brush");
      map.append(box);
    }
    for (const [name, value] of [["x", Math.min(start.x, now.x)], ["y", Math.min(start.y, now.y)], ["width", Math.abs(now.x - start.x)], ["height", Math.abs(now.y - start.y)]]) { box.setAttribute(name, value); }
  });
  addEventListener("pointerup", event => {
    if (!start) { return; }
    const now = point(event);
    const first = start;
    start = null;
    box?.remove();
    box = null;
    if (Math.abs(now.x - first.x) < 6 || Math.abs(now.y - first.y) < 6) { return; }
    const [a, b] = [degrees(Math.min(first.x, now.x), Math.max(first.y, now.y)), degrees(Math.max(first.x, now.x), Math.min(first.y, now.y))];
    go([map.dataset.query.replace(/(^|\s)box:\S+/g, ""), "box:" + [...a, ...b].map(n => n.toFixed(2)).join(",")]);
  });

  // Where a point of the picture lies on the earth: a part of it is drawn in proportion, the whole in the Equal Earth projection.
  function degrees(x, y) {
    if (map.dataset.window) {
      const [west, south, east, north] = map.dataset.window.split(",").map(Number);
      return [west + x / 1000 * (east - west), north - y / height * (north - south)];
    }
    const [a1, a2, a3, a4, r] = [1.340264, -0.081106, 0.000893, 0.003796, Math.sqrt(3) / 2];
    const up = t => t * (a1 + a2 * t ** 2 + t ** 6 * (a3 + a4 * t ** 2));
    const slope = t => a1 + 3 * a2 * t ** 2 + t ** 6 * (7 * a3 + 9 * a4 * t ** 2);
    const scale = 1000 * 3 * a1 / (4 * Math.sqrt(3) * Math.PI);
    const target = up(Math.asin(r * Math.sin(84 * Math.PI / 180))) - y / scale;
    let t = target / a1;
    for (let i = 0; i < 8; i++) { t -= (up(t) - target) / slope(t); }
    const longitude = (x - 500) / scale * 3 * slope(t) / (2 * Math.sqrt(3) * Math.cos(t)) * 180 / Math.PI;
    return [Math.max(-180, Math.min(180, longitude)), Math.asin(Math.max(-1, Math.min(1, Math.sin(t) / r))) * 180 / Math.PI];
  }
}

function go(terms) {
  location.assign("/events?q=" + encodeURIComponent(terms.filter(term => term.trim()).join(" ").trim()));
}
