// Terms of the glossary and references to notes: the theme shows what they stand for on hover and
// on focus. A finger can do neither, so its first tap shows it and the second follows the link;
// and Escape takes away what is shown, wherever the pointer is (WCAG 1.4.13).
const HOSTS = "a.term, a.footnote-ref";
const SHOWN = ".md-tooltip2--active";

let tapped = null;

document.addEventListener("click", (event) => {
  if (event.target.closest(SHOWN)) return; // what is shown stays, its links lead on
  const host = event.target.closest(HOSTS);
  if (host && host !== tapped && event.pointerType === "touch") {
    event.preventDefault();
    host.focus(); // Safari gives no focus to a link that is tapped
  }
  tapped = host;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const host of document.querySelectorAll(`:is(${HOSTS}):is(:hover, :focus)`)) {
    host.dispatchEvent(new MouseEvent("mouseleave"));
    host.blur();
  }
  for (const shown of document.querySelectorAll(SHOWN)) {
    shown.dispatchEvent(new MouseEvent("mouseleave"));
  }
});
