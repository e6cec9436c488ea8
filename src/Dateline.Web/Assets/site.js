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
