// Offers the other language to a reader who prefers it, and remembers the choice. Never redirects.
import { find } from "../frame/dom.js";

const KEY = "locale";
const locale = document.documentElement.lang;

// If the browser refuses storage, its languages decide on every page.
const remember = (/** @type {string} */ chosen) => attempt(() => localStorage.setItem(KEY, chosen));
const remembered = () => attempt(() => localStorage.getItem(KEY));

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("a[rel=alternate]");
for (const link of links) {
  for (const type of ["click", "auxclick"]) {
    link.addEventListener(type, () => remember(link.hreflang));
  }
}

/** @type {HTMLElement|null} */
const offer = document.querySelector(".offer");
if (offer) {
  offer.hidden = preferred([locale, offer.lang]) !== offer.lang;
  find(offer, "button", HTMLButtonElement).addEventListener("click", () => {
    remember(locale);
    offer.hidden = true;
  });
}

/**
 * Return the locale that the reader chose or, if none, the one that the browser asks for first.
 * @param {string[]} locales
 */
function preferred(locales) {
  const asked = [remembered(), ...navigator.languages.map((language) => language.split("-")[0])];
  return asked.find((language) => language && locales.includes(language));
}

/**
 * Return the result of an action, or null if the browser refuses it.
 * @template T
 * @param {() => T} action
 */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
