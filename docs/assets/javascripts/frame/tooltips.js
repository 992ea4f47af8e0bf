// Tooltips for terms of the glossary and references to footnotes: on hover, on focus, and at the
// first tap, while the second follows the link. Escape closes one, and the pointer can go into it
// (WCAG 1.4.13). Without scripts a term has its title, a reference its link.
import { closest } from "./dom.js";

const HOSTS = "article a.term[title], article a.term[data-title], a.footnote-ref";
const DELAY = 250; // milliseconds: a pointer that only passes opens nothing

/** @type {{host: HTMLElement, box: HTMLElement}|null} */
let shown = null;
/** @type {HTMLElement|null} */
let tapped = null;
let timer = 0;

/** @param {() => void} action */
const later = (action) => {
  clearTimeout(timer);
  timer = setTimeout(action, DELAY);
};

/** @param {HTMLElement} host */
function show(host) {
  clearTimeout(timer);
  if (shown?.host === host) return;
  hide();
  const isNote = host instanceof HTMLAnchorElement && host.matches(".footnote-ref");
  const box = document.createElement("div");
  const inner = document.createElement("div");
  box.className = "md-tooltip2";
  box.id = "tooltip";
  box.setAttribute("role", isNote ? "dialog" : "tooltip");
  inner.className = "md-tooltip2__inner md-typeset";
  inner.append(...(isNote ? copyNote(host) : [host.title]));
  box.append(inner);
  document.body.append(box);
  if (isNote) {
    box.setAttribute("aria-label", host.textContent);
    host.setAttribute("aria-controls", box.id);
    host.setAttribute("aria-haspopup", "dialog");
  } else {
    host.setAttribute("aria-describedby", box.id);
    host.dataset.title = host.title; // the browser would show the attribute, too
    host.removeAttribute("title");
  }
  place(host, box, inner, isNote);
  box.classList.add("md-tooltip2--active");
  shown = { host, box };
}

function hide() {
  clearTimeout(timer);
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

/**
 * Return a copy of the footnote that a reference links to.
 * @param {HTMLAnchorElement} reference
 */
function copyNote(reference) {
  const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
  if (!note) return [];
  const copy = document.importNode(note, true);
  for (const back of copy.querySelectorAll(".footnote-backref")) back.remove();
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  return copy.children;
}

/**
 * Place the box above or below its host, through the custom properties of the theme's styles.
 * @param {HTMLElement} host
 * @param {HTMLElement} box
 * @param {HTMLElement} inner
 * @param {boolean} isNote
 */
function place(host, box, inner, isNote) {
  const { left, top, width, height } = host.getBoundingClientRect();
  const size = inner.getBoundingClientRect();
  const above = isNote && top >= innerHeight / 2;
  const gap = isNote ? 16 : 8; // pixels; the box of a footnote has a tail
  const lengths = {
    "host-x": left + scrollX,
    "host-y": top + scrollY,
    x: width / 2,
    y: above ? -gap - size.height : gap + height,
    ...(isNote ? {} : { width: size.width, tail: 0 }),
  };
  for (const [name, length] of Object.entries(lengths)) {
    box.style.setProperty(`--md-tooltip-${name}`, `${length}px`);
  }
  box.classList.add(above ? "md-tooltip2--top" : "md-tooltip2--bottom");
}

/** @param {Event} event */
const isInside = ({ target }) => target instanceof Node && shown?.box.contains(target);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const host = closest(event, HOSTS);
  if (host) later(() => show(host));
  else if (isInside(event)) clearTimeout(timer);
  else if (shown?.host !== document.activeElement) later(hide);
});
document.documentElement.addEventListener("pointerleave", () => later(hide));

document.addEventListener("focusin", (event) => {
  const host = closest(event, HOSTS);
  if (host) show(host);
  else if (!isInside(event)) hide();
});
document.addEventListener("focusout", (event) => {
  if (event.target === shown?.host) later(hide);
});

document.addEventListener("click", (event) => {
  if (isInside(event)) return; // its links work
  const host = closest(event, HOSTS);
  if (host && host !== tapped && event instanceof PointerEvent && event.pointerType === "touch") {
    event.preventDefault();
    show(host);
  } else {
    hide();
  }
  tapped = host;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown) return;
  event.preventDefault(); // nothing else closes by the same key
  hide();
});
