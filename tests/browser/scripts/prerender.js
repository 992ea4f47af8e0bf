// Returns the links that the page's speculation rules match, as a browser reads them, and others.
() => {
  const [{ where: { and: [{ href_matches }, { not: { selector_matches } }] }, eagerness }] = JSON
    .parse(document.querySelector("script[type=speculationrules]").text).prerender;
  const pattern = new URLPattern(href_matches, location.href);
  const links = [...document.links].map((link) => ({
    href: link.href,
    matched: pattern.test(link.href) && !link.matches(selector_matches),
    switching: link.rel === "alternate",
  }));
  return { eagerness, links };
}
