// The navigation: what the theme's checkboxes and labels, which work without scripts, leave out.
import { closest } from "./dom.js";

/** @type {HTMLInputElement|null} */
const drawer = document.querySelector("#__drawer");

/**
 * Scroll the sidebar until an element in it is visible.
 * @param {Element|null} element
 */
function bringIntoView(element) {
  const box = element?.closest(".md-sidebar__scrollwrap");
  if (!element || !box) return;
  const { top, bottom } = element.getBoundingClientRect();
  const view = box.getBoundingClientRect();
  if (top < view.top || bottom > view.bottom) {
    box.scrollTop += top - view.top - box.clientHeight / 2;
  }
}

bringIntoView(document.querySelector(".md-sidebar--primary a.md-nav__link--active"));

/** @type {NodeListOf<HTMLInputElement>} */
const toggles = document.querySelectorAll(".md-nav__toggle");
for (const box of toggles) {
  box.addEventListener("change", () => {
    const list = box.parentElement?.querySelector(":scope > nav[aria-expanded]");
    list?.setAttribute("aria-expanded", String(box.checked));
  });
}

// The theme opens the drawer by a label, which the keyboard cannot reach.
const label = document.querySelector(".md-header label[for=__drawer]");
if (label && drawer) {
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = label.className;
  opener.setAttribute("for", "__drawer"); // the theme's styles select by it
  opener.ariaLabel = document.querySelector(".md-nav--primary")?.ariaLabel ?? null;
  opener.append(...label.childNodes);
  opener.addEventListener("click", () => drawer.click());
  const update = () => (opener.ariaExpanded = String(drawer.checked));
  drawer.addEventListener("change", update);
  update();
  label.replaceWith(opener);
}

document.addEventListener("keydown", (event) => {
  const focused = closest(event, "label[tabindex]");
  if ((event.key === "Enter" || event.key === " ") && focused === event.target) {
    event.preventDefault();
    focused?.click();
  }
  if (event.key === "Escape" && drawer?.checked) drawer.click();
});

document.addEventListener("click", (event) => {
  // A link within the page does not load another one, which would close the drawer.
  if (drawer?.checked && closest(event, ".md-sidebar a[href^='#']")) drawer.click();
});

// The theme's styles show the focus of the keyboard by this class.
document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof Element)) return;
  target.classList.toggle("focus-visible", target.matches(":focus-visible"));
});
document.addEventListener("focusout", ({ target }) => {
  if (!(target instanceof Element)) return;
  target.classList.remove("focus-visible");
  if (!target.classList.length) target.removeAttribute("class");
});

// The reading position: marked in the table of contents, the header and the button to the top.
/** @type {HTMLElement|null} */
const header = document.querySelector(".md-header");
const title = document.querySelector("[data-md-component=header-title]");
const heading = document.querySelector("article h1");
/** @type {HTMLElement|null} */
const upward = document.querySelector("[data-md-component=top]");
/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("[data-md-component=toc] .md-nav__link");
const entries = [...links].map((link) => ({
  link,
  target: document.getElementById(decodeURIComponent(link.hash.slice(1))),
}));

let last = scrollY;
let isAsked = false;

function follow() {
  isAsked = false;
  const height = header?.offsetHeight ?? 0;
  if (title && heading) {
    const passed = heading.getBoundingClientRect().bottom < height;
    title.classList.toggle("md-header__title--active", passed);
  }
  const edge = height + 24; // pixels: where the target of an anchor comes to rest
  const passed = entries.filter(({ target }) =>
    target && target.getBoundingClientRect().top <= edge
  );
  const current = passed.at(-1)?.target;
  for (const entry of entries) {
    const { link, target } = entry;
    const isCurrent = target !== null && target === current;
    if (isCurrent && !link.classList.contains("md-nav__link--active")) bringIntoView(link);
    link.classList.toggle("md-nav__link--active", isCurrent);
    link.classList.toggle("md-nav__link--passed", passed.includes(entry));
  }
  if (upward) upward.hidden = scrollY >= last || scrollY < innerHeight / 2;
  last = scrollY;
}

if (header) {
  for (const type of ["scroll", "resize"]) {
    addEventListener(type, () => {
      if (!isAsked) requestAnimationFrame(follow);
      isAsked = true;
    });
  }
  follow();
  upward?.addEventListener("click", () => scrollTo({ top: 0 }));
}
