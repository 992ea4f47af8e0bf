// Keeps the language that the missing address belongs to, and points the other language's
// word in the header at the twin of that address.
const editions = [...document.querySelectorAll("section[data-edition]")].map((section) => ({
  locale: section.lang,
  ...section.dataset,
}));

// The root that is longest wins: /REPO/en/ lies under /REPO/.
const asked = editions
  .filter(({ root }) => location.pathname.startsWith(root))
  .sort((a, b) => b.root.length - a.root.length)[0];

if (asked) {
  const path = location.pathname.slice(asked.root.length);
  document.documentElement.lang = asked.locale;
  document.title = asked.title;
  for (const part of document.querySelectorAll("[data-edition]")) {
    part.hidden = part.dataset.edition !== asked.locale;
  }
  for (const { locale, root } of editions) {
    const link = document.querySelector(`.languages [hreflang=${locale}]`);
    link.href = root + path + location.search + location.hash;
    if (locale === asked.locale) link.setAttribute("aria-current", "true");
  }
}
