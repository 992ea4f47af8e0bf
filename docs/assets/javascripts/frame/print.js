// Paper shows the data of the charts: print.css opens them, but only in browsers since 2025.
/** @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details")].filter(({ open }) => !open);
  for (const details of opened) details.open = true;
});

addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
