// Copies a passage with the reference of the page: its title, date and address. The button shows
// while text is selected, and at a permalink that has the pointer or the focus. It is put after the
// text in question, where the next Tab leads.
import { closest, find } from "../frame/dom.js";
import { headingText, textOf } from "./selection.js";

const HEADINGS = "h1, h2, h3, h4, h5, h6";
const BLOCKS = `${HEADINGS}, p, li, dt, dd, td, th, caption, figcaption, summary, pre`;
const PLACES = `:is(${HEADINGS}, p, li, dt, tr)[id]`;

/**
 * Offer the button from now on.
 * @param {Event} first The selection, or the permalink reached, that it is first offered for.
 */
export function offerCitation(first) {
  const button = find(document, ".copy-citation", HTMLButtonElement);
  const status = find(document, ".copy-status", HTMLElement);
  const label = button.textContent;
  let words = "";
  /** @type {Element|null} */
  let place = null;
  let isPressed = false; // a finger on the button can undo the selection that it is for
  let isSelecting = false;
  let isFollowed = false; // following a permalink takes the focus from it

  /**
   * @param {Element} block
   * @param {string} text
   * @param {Element|null} anchor
   */
  const offer = (block, text, anchor) => {
    if (block === button.parentElement && text === words) return;
    [words, place] = [text, anchor];
    button.textContent = label;
    button.hidden = false;
    block.append(button);
  };

  const withdraw = () => {
    button.hidden = true;
    status.textContent = "";
    status.before(button);
  };

  const follow = () => {
    if (isPressed || isSelecting || isAtHeading()) return;
    const selection = getSelection();
    const text = selection ? textOf(selection).trim() : "";
    const range = text && selection?.getRangeAt(0);
    const end = range && elementOf(range.endContainer)?.closest(`article :is(${BLOCKS})`);
    if (!range || !end || end.closest(".page-meta")) return withdraw();
    offer(end, text, placeOf(range.startContainer));
  };

  const isAtHeading = () =>
    button.parentElement?.matches(HEADINGS) &&
    (isFollowed || button.parentElement.matches(":hover, :focus-within"));

  const atPermalink = (/** @type {Event} */ event) => {
    const heading = closest(event, ".headerlink")?.closest(HEADINGS);
    if (heading) offer(heading, headingText(heading), heading);
    if (event.type !== "pointerover") isFollowed = event.type === "click" && Boolean(heading);
  };

  document.addEventListener("selectionchange", () => {
    // A new selection is meant, even if the pointer was left at a permalink.
    if (!isPressed && !isSelecting && isAtHeading() && getSelection()?.isCollapsed === false)
      withdraw();
    follow();
  });
  for (const type of ["pointerover", "focusin", "click"]) {
    document.addEventListener(type, atPermalink);
  }
  for (const type of ["pointerout", "focusout"]) {
    // In the next frame, when the pointer and the focus are where they go.
    document.addEventListener(type, () => {
      if (button.parentElement?.matches(HEADINGS)) requestAnimationFrame(follow);
    });
  }
  document.addEventListener("pointerdown", ({ target }) => {
    isPressed = target === button;
    isSelecting = !isPressed;
    isFollowed &&= isPressed;
  });
  for (const type of ["pointerup", "pointercancel"]) {
    document.addEventListener(type, () => {
      isSelecting = false;
      follow();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !button.hidden) withdraw();
  });

  button.addEventListener("click", async () => {
    const isTwin = place?.closest(".twin") || button.closest(".twin");
    const id = place?.matches("h1") ? "" : place?.id.replace(/^twin-/, "");
    const citation = isTwin ? button.dataset.twinCitation : button.dataset.citation;
    try {
      await navigator.clipboard.writeText(`${words}\n\n${citation}${id ? `#${id}` : ""}`);
      status.textContent = button.dataset.copied ?? "";
    } catch {
      status.textContent = button.dataset.failed ?? "";
    }
    button.textContent = status.textContent;
    isPressed = false;
  });

  atPermalink(first);
  isFollowed = first instanceof PointerEvent && first.pointerType === "touch";
  follow();
}

/** @param {Node} node */
function elementOf(node) {
  return node instanceof Element ? node : node.parentElement;
}

/**
 * Return the last place with an address that a node is in or after, in its language.
 * @param {Node} node
 */
function placeOf(node) {
  const isTwin = elementOf(node)?.closest(".twin") != null;
  const before = [...document.querySelectorAll(`article ${PLACES}`)].filter((element) =>
    (element.closest(".twin") !== null) === isTwin &&
    (element.contains(node) ||
      element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
  );
  return before.at(-1) ?? null;
}
