// The text of a selection, without what the page adds to it: numbers of notes and the commas
// between them, ways back, permalinks. Not every browser leaves out what cannot be selected.

const MARKS = 'sup[id*="fnref"], sup[id*="fnref"] + sup:not([id]), ' +
  ".footnote-backref, .headerlink, .copy-citation";

/**
 * Return the text and the HTML of a selection, or null if it has no such marks.
 * @param {Selection} selection
 */
export function withoutMarks(selection) {
  const copy = document.createElement("div");
  for (let index = 0; index < selection.rangeCount; index++) {
    copy.append(selection.getRangeAt(index).cloneContents());
  }
  const marks = copy.querySelectorAll(MARKS);
  if (!marks.length) return null;
  for (const mark of marks) mark.remove();
  // Where the text is pasted, relative links would lead nowhere.
  for (const link of copy.querySelectorAll("a")) link.setAttribute("href", link.href);
  return { text: textOf(selection), html: copy.innerHTML };
}

/**
 * Return the text of a selection as the browser writes it, in lines.
 * @param {Selection} selection
 */
export function textOf(selection) {
  const root = document.documentElement;
  root.classList.add("copying"); // text.css hides the marks; nothing is drawn in between
  const text = selection.toString();
  root.classList.remove("copying");
  return text;
}

/**
 * Return the text of a heading.
 * @param {Element} heading
 */
export function headingText(heading) {
  const copy = /** @type {Element} */ (heading.cloneNode(true));
  for (const mark of copy.querySelectorAll(MARKS)) mark.remove();
  return copy.textContent.trim();
}
