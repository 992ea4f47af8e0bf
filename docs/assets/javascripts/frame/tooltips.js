// Shows what terms of the glossary and references to notes stand for, over them: on hover, on
// focus, and at a finger's first tap, whose second follows the link. Escape takes it away, and the
// pointer can go into it (WCAG 1.4.13). Without scripts a term has its title, a note its link.
const HOSTS = "article a.term[title], a.term[data-title], a.footnote-ref";
const DELAY = 250; // milliseconds: a pointer that only passes by shows nothing

let shown = null; // {host, box}
let waiting = 0;
let tapped = null;

const later = (action) => {
  clearTimeout(waiting);
  waiting = setTimeout(action, DELAY);
};

function show(host) {
  clearTimeout(waiting);
  if (shown?.host === host) return;
  hide();
  const isNote = host.matches(".footnote-ref");
  const box = document.createElement("div");
  const inner = document.createElement("div");
  box.className = "md-tooltip2";
  box.id = "tooltip";
  box.setAttribute("role", isNote ? "dialog" : "tooltip");
  inner.className = "md-tooltip2__inner md-typeset";
  if (isNote) inner.append(...noteOf(host));
  else inner.append(host.title);
  box.append(inner);
  document.body.append(box);
  if (isNote) {
    box.setAttribute("aria-label", host.textContent);
    host.setAttribute("aria-controls", box.id);
    host.setAttribute("aria-haspopup", "dialog");
  } else {
    host.setAttribute("aria-describedby", box.id);
    host.dataset.title = host.title; // else the browser would show it, too
    host.removeAttribute("title");
  }
  place(host, box, inner, isNote);
  box.classList.add("md-tooltip2--active");
  shown = { host, box };
}

function hide() {
  clearTimeout(waiting);
  if (!shown) return;
  const { host, box } = shown;
  for (const name of ["aria-controls", "aria-haspopup", "aria-describedby"]) {
    host.removeAttribute(name);
  }
  if (host.dataset.title) host.title = host.dataset.title;
  delete host.dataset.title;
  box.remove();
  shown = null;
}

/** Returns a copy of what the note that a reference leads to says. */
function noteOf(reference) {
  const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
  const copy = note.cloneNode(true);
  for (const back of copy.querySelectorAll(".footnote-backref")) back.remove();
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  return copy.children;
}

/** Sets the box above or below its host, as the theme's styles have it. */
function place(host, box, inner, isNote) {
  const { left, top, width, height } = host.getBoundingClientRect();
  const room = inner.getBoundingClientRect().height;
  const above = isNote && top >= innerHeight / 2;
  const gap = isNote ? 16 : 8; // pixels; a note's box has a tail
  const lengths = {
    "host-x": left + scrollX,
    "host-y": top + scrollY,
    x: width / 2,
    y: above ? -gap - room : gap + height,
    ...(isNote ? {} : { width: inner.getBoundingClientRect().width, tail: 0 }),
  };
  for (const [name, length] of Object.entries(lengths)) {
    box.style.setProperty(`--md-tooltip-${name}`, `${length}px`);
  }
  box.classList.add(above ? "md-tooltip2--top" : "md-tooltip2--bottom");
}

const hostAt = (event) => event.target.closest?.(HOSTS);
const isInside = (event) => shown?.box.contains(event.target);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const host = hostAt(event);
  if (host) later(() => show(host));
  else if (isInside(event)) clearTimeout(waiting);
  else if (shown?.host !== document.activeElement) later(hide);
});
document.documentElement.addEventListener("pointerleave", () => later(hide));

document.addEventListener("focusin", (event) => {
  const host = hostAt(event);
  if (host) show(host);
  else if (!isInside(event)) hide();
});
document.addEventListener("focusout", (event) => {
  if (event.target === shown?.host) later(hide);
});

document.addEventListener("click", (event) => {
  if (isInside(event)) return; // what is shown stays, its links lead on
  const host = hostAt(event);
  if (host && host !== tapped && event.pointerType === "touch") {
    event.preventDefault();
    show(host);
  } else hide();
  tapped = host;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown) return;
  event.preventDefault(); // it was meant for this
  hide();
});
