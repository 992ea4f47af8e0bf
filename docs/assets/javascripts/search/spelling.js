// Suggests another spelling of a query, from the words of the site.
import { fold, termsOf } from "./query.js";

/** A shorter word has too many neighbors. */
const SHORTEST = 5;
/**
 * Endings of the forms of a word, after the part that they share, without accents.
 * @type {Record<string, string>}
 */
const ENDINGS = {
  fr:
    " a ai aient ais ait al ale ales ant ante antes ants as ateur ateurs ation ations aux e ee ees ement " +
    "ements ent er era eront es eur eurs euse ez i ie ies if ifs ir is it ive ives ment nt ons ont r ra s t x",
  en: " al ally ation ations d e ed er ers es ied ies ing ings ion ions ly ment ments or ors s y",
};
const endings = Object.fromEntries(
  Object.entries(ENDINGS).map(([locale, list]) => [locale, new Set(list.split(" "))]),
);

/**
 * Return the words of a query of which no word found is a form.
 * @param {string} query
 * @param {string[]} found Folded.
 * @param {string} locale
 */
export function unknownWords(query, found, locale) {
  return termsOf(query, locale).filter((term) => {
    const word = fold(term);
    if (word.length < SHORTEST || /[^\p{L}]/u.test(word)) return false;
    return !found.some((other) => other.startsWith(word) || areForms(word, other, endings[locale]));
  });
}

/**
 * @param {string} a
 * @param {string} b
 * @param {Set<string>} known
 */
function areForms(a, b, known) {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common > 2 && known.has(a.slice(common)) && known.has(b.slice(common));
}

/**
 * Return the query with these words replaced by the nearest words of the site, or "".
 * @param {string} query
 * @param {string[]} words
 * @param {string[]} vocabulary The words of the site, most frequent first.
 */
export function respell(query, words, vocabulary) {
  let respelled = query;
  for (const word of words) {
    const known = nearest(fold(word), vocabulary);
    if (known) respelled = respelled.replace(word, known);
  }
  return respelled === query ? "" : respelled;
}

/**
 * @param {string} word
 * @param {string[]} vocabulary
 */
function nearest(word, vocabulary) {
  let best = "";
  let least = word.length < 8 ? 1 : 2;
  for (const candidate of vocabulary) {
    const other = fold(candidate);
    if (other.startsWith(word)) return "";
    if (other[0] !== word[0]) continue; // the first letter is seldom wrong
    if (Math.abs(other.length - word.length) > least) continue;
    const away = distance(word, other);
    // The first of equals is the most frequent.
    if (away < least || (away === least && !best)) [best, least] = [candidate, away];
  }
  return best;
}

/**
 * Return how many letters are wrong, missing, added or swapped with the next (Damerau).
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = Number(a[i - 1] !== b[j - 1]);
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.length][b.length];
}
