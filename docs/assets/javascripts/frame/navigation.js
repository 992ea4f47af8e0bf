// The navigation: what its boxes and labels, which work without a script, do not do by themselves.
const drawer = document.getElementById("__drawer");

/** Scrolls a box until an element in it can be seen. */
function bringIntoView(element) {
  const box = element?.closest(".md-sidebar__scrollwrap");
  if (!box) return;
  const { top, bottom } = element.getBoundingClientRect();
  const seen = box.getBoundingClientRect();
  if (top < seen.top || bottom > seen.bottom) {
    box.scrollTop += top - seen.top - box.clientHeight / 2;
  }
}

bringIntoView(document.querySelector(".md-sidebar--primary a.md-nav__link--active"));

for (const box of document.querySelectorAll(".md-nav__toggle")) {
  box.addEventListener("change", () => {
    const list = box.parentElement.querySelector(":scope > nav[aria-expanded]");
    list?.setAttribute("aria-expanded", box.checked);
  });
}

// The theme's way into the drawer is a label, which no keyboard reaches.
const label = document.querySelector(".md-header label[for=__drawer]");
if (label) {
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = label.className;
  opener.setAttribute("for", "__drawer"); // by which the theme's styles know it
  opener.ariaLabel = document.querySelector(".md-nav--primary").ariaLabel;
  opener.append(...label.childNodes);
  opener.addEventListener("click", () => drawer.click());
  const tell = () => (opener.ariaExpanded = drawer.checked);
  drawer.addEventListener("change", tell);
  tell();
  label.replaceWith(opener);
}

document.addEventListener("keydown", (event) => {
  if ((event.key === "Enter" || event.key === " ") && event.target.matches?.("label[tabindex]")) {
    event.preventDefault();
    event.target.click();
  }
  if (event.key === "Escape" && drawer?.checked) drawer.click();
});

document.addEventListener("click", (event) => {
  // A link into the page leaves the page where it is, and so would the drawer over it.
  if (event.target.closest(".md-sidebar a[href^='#']") && drawer.checked) drawer.click();
});

// The theme's styles know the focus of a keyboard by this class.
document.addEventListener("focusin", ({ target }) => {
  target.classList.toggle("focus-visible", target.matches(":focus-visible"));
});
document.addEventListener("focusout", ({ target }) => {
  target.classList.remove("focus-visible");
  if (!target.classList.length) target.removeAttribute("class");
});

// Where the reader is: told by the table of contents, the nameplate and the way back to the top.
const header = document.querySelector(".md-header");
const nameplate = document.querySelector("[data-md-component=header-title]");
const heading = document.querySelector("article h1");
const upward = document.querySelector("[data-md-component=top]");
const entries = [...document.querySelectorAll("[data-md-component=toc] .md-nav__link")].map(
  (link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))],
);

let last = scrollY;
let asked = false;

function follow() {
  asked = false;
  const edge = header.offsetHeight + 24; // pixels: where a heading comes to stand that is gone to
  if (nameplate && heading) {
    const passed = heading.getBoundingClientRect().bottom < header.offsetHeight;
    nameplate.classList.toggle("md-header__title--active", passed);
  }
  const passed = entries.filter(([, target]) => target?.getBoundingClientRect().top <= edge);
  const current = passed.at(-1)?.[1];
  for (const [link, target] of entries) {
    const isCurrent = target !== null && target === current;
    if (isCurrent && !link.classList.contains("md-nav__link--active")) bringIntoView(link);
    link.classList.toggle("md-nav__link--active", isCurrent);
    link.classList.toggle("md-nav__link--passed", passed.some(([other]) => other === link));
  }
  if (upward) upward.hidden = scrollY >= last || scrollY < innerHeight / 2;
  last = scrollY;
}

if (header) {
  for (const type of ["scroll", "resize"]) {
    addEventListener(type, () => {
      if (!asked) requestAnimationFrame(follow);
      asked = true;
    });
  }
  follow();
  upward?.addEventListener("click", () => scrollTo({ top: 0 }));
}
