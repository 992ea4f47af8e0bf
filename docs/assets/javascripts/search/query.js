// Turns what a reader types into the words of the index.

/**
 * Return a text without capitals, accents or ligatures; same as `fold` in words.py.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  return plain.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Stop words: ignored unless a query has no others. @type {Record<string, string>} */
const STOP_WORDS = {
  fr:
    "a ai alors apres au aux avec c ce ces cet cette comme comment d dans de des deux donc du elle en " +
    "entre est et eu fait ils il j je l la le les leur leurs lui m mais me n ne notre nous on ont ou " +
    "par pas plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se ses si " +
    "son sont sur t te tu un une vers vos votre vous y",
  en:
    "a about after an and are as at be been but by did do does for from had has have he her his how " +
    "i in into is it its me my of on or our s she so than that the their them then there these they " +
    "this to was we were what when where which who why will with you your",
};
const stopWords = Object.fromEntries(
  Object.entries(STOP_WORDS).map(([locale, words]) => [locale, new Set(words.split(" "))]),
);
/** @type {Record<string, RegExp>} */
const ELISION = {
  fr: /(?<![\p{L}\p{N}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'/giu,
  en: /'s(?![\p{L}\p{N}])/giu,
};
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** A name and a version, joined in any way: gpt-4.1, gpt4.1, gpt 4.1, build2025. */
const NAMED = /(\p{L}{2,})(?:-?(\d[\d.]*)|\s(\d+(?:\.\d+)+))/gu;

/**
 * Return the words of a query to search for, without elided articles before them.
 * @param {string} query
 * @param {string} locale
 */
export function termsOf(query, locale) {
  const words = query
    .replace(/[’ʼ`´]/g, "'")
    .replace(ELISION[locale], "")
    .replace(/(?<=\d)[\u00a0\u202f](?=\d)/g, " ")
    .split(/\s+/)
    .map((word) => word.replace(EDGES, ""))
    .filter(Boolean);
  const meaningful = words.filter((word) => !stopWords[locale].has(fold(word)));
  return meaningful.length ? meaningful : words;
}

/**
 * Return other spellings of the terms in the index, to be searched for word by word.
 * @param {string[]} terms
 */
export function phrasesOf(terms) {
  const query = terms.join(" ");
  const phrases = new Set(terms.length > 1 ? [query] : []);
  const named = [...query.matchAll(NAMED)];
  for (const [written, name, joined, apart] of named) {
    const version = (joined ?? apart).replace(/\D/g, "");
    phrases.add(query.replace(written, `${name}${version}`));
    phrases.add(query.replace(written, `${name} ${version}`));
  }
  if (terms.length > 1 && /\d/.test(query)) phrases.add(query.replace(/[^\p{L}\p{N}]/gu, "")); // phi 4, phi-4
  if (/oe|ae/i.test(query)) phrases.add(query.replace(/oe/gi, "œ").replace(/ae/gi, "æ"));
  if (/œ|æ/i.test(query)) phrases.add(fold(query));
  if (/(?<!\d)\d{4,}(?!\d)/.test(query)) phrases.add(query.replace(/\B(?=(?:\d{3})+(?!\d))/g, " "));
  return [...phrases];
}

/**
 * Return a query with its names and versions split into parts, or "" if it has none.
 * @param {string[]} terms
 */
export function splitNames(terms) {
  const query = terms.join(" ");
  return /\d/.test(query) && /[.-]/.test(query) ? query.replace(/[.-]+/g, " ") : "";
}

/**
 * Return the single terms, and the beginnings of long ones: explaining, explanation.
 * @param {string[]} terms
 */
export function partsOf(terms) {
  const long = terms.filter((term) => term.length > 6 && /^\p{L}+$/u.test(term));
  const beginnings = long.map((term) => term.slice(0, Math.ceil(term.length / 2)));
  return [...(terms.length > 1 ? terms : []), ...beginnings];
}
