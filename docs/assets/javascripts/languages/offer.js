// Offers the other language to a reader who prefers it, and remembers what the reader chose.
// Nobody is ever sent there.
const KEY = "locale";
const locale = document.documentElement.lang;
const offer = document.querySelector(".offer");

// Where storage is refused, nothing is remembered and the browser's languages decide.
const remember = (chosen) => attempt(() => localStorage.setItem(KEY, chosen));
const remembered = () => attempt(() => localStorage.getItem(KEY));

for (const link of document.querySelectorAll("a[rel=alternate]")) {
  for (const type of ["click", "auxclick"]) {
    link.addEventListener(type, () => remember(link.hreflang));
  }
}

if (offer) {
  offer.hidden = preferred([locale, offer.lang]) !== offer.lang;
  offer.querySelector("button").addEventListener("click", () => {
    remember(locale);
    offer.hidden = true;
  });
}

/** Returns which of the locales the reader chose or, failing that, the browser asks for first. */
function preferred(locales) {
  const asked = [remembered(), ...navigator.languages.map((language) => language.split("-")[0])];
  return asked.find((language) => locales.includes(language));
}

/** Returns what an action returns, or null where the browser refuses it. */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
