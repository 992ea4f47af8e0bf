// Paper shows the data of the charts: print.css opens them, but only in browsers since 2025.
const CHARTS = "details.chart-data";
/** @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener("beforeprint", () => {
  opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(CHARTS))]
    .filter(({ open }) => !open);
  for (const details of opened) details.open = true;
});

addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
