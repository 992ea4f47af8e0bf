// On the page for missing addresses: keep the language that the address belongs to, and link the
// other language to the translation of that address.
import { find } from "../frame/dom.js";

/** @type {NodeListOf<HTMLElement>} */
const sections = document.querySelectorAll("section[data-edition]");
const editions = [...sections].map(({ lang, dataset }) => ({
  locale: lang,
  root: dataset.root ?? "",
  title: dataset.title ?? "",
}));

// The longest root matches: /REPO/en/ is below /REPO/.
const asked = editions
  .filter(({ root }) => location.pathname.startsWith(root))
  .sort((a, b) => b.root.length - a.root.length)[0];

if (asked) {
  const path = location.pathname.slice(asked.root.length);
  document.documentElement.lang = asked.locale;
  document.title = asked.title;
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll("[data-edition]");
  for (const part of parts) part.hidden = part.dataset.edition !== asked.locale;
  for (const { locale, root } of editions) {
    const link = find(document, `.languages [hreflang=${locale}]`, HTMLAnchorElement);
    link.href = root + path + location.search + location.hash;
    if (locale === asked.locale) link.setAttribute("aria-current", "true");
  }
}
