// What is typed is compared without accents, capitals or punctuation: "gpt41" is in "GPT-4.1".

/** Returns the letters and digits of a text, plain and small. */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Returns the words of a text, folded. */
export const wordsOf = (text) => text.split(/\s+/).map(fold).filter(Boolean);
