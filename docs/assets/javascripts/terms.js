// Terms of the glossary: the theme shows a definition on hover and on focus. A finger can do
// neither, so its first tap shows the definition and the second follows the link; and Escape
// takes away what is shown, wherever the pointer is (WCAG 1.4.13).
let tapped = null;

document.addEventListener("click", (event) => {
  const term = event.target.closest("a.term");
  if (term && term !== tapped && event.pointerType === "touch") {
    event.preventDefault();
    term.focus(); // Safari gives no focus to a link that is tapped
  }
  tapped = term;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const term of document.querySelectorAll("a.term:is(:hover, :focus)")) {
    term.dispatchEvent(new MouseEvent("mouseleave"));
    term.blur();
  }
});
