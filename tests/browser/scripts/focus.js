// Returns what the sticky bars cover when it gets the focus from the end of the page backwards, as
// by Shift+Tab: the first 120 characters of its HTML.
() => {
  const bars = [...document.querySelectorAll(".md-header, article.facing > .page-tools")];
  const edge = bars.reduce((edge, bar) => edge + bar.offsetHeight, 0);
  const APART = ".md-skip, .md-top, .md-header, .md-tabs, article.facing > .page-tools";
  const stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((stop) => stop.checkVisibility({ visibilityProperty: true }) && !stop.closest(APART));
  scrollTo(0, document.documentElement.scrollHeight);
  return stops.reverse().filter((stop) => {
    stop.focus();
    return document.activeElement === stop && stop.getClientRects()[0].top < edge - 1;
  }).map((stop) => stop.outerHTML.slice(0, 120));
}
