// Elements of the page, checked and typed.

/**
 * Return the first element in `root` that matches.
 * @template {Element} E
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} type
 * @returns {E}
 * @throws {TypeError} No element of that type matches: the templates and the scripts disagree.
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new TypeError(`no ${type.name} matches ${selector}`);
}

/**
 * Return the element that an event happened in and that matches, or null.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement|null}
 */
export function closest({ target }, selector) {
  return target instanceof Element ? target.closest(selector) : null;
}

/**
 * Return a table in the two boxes with which the theme makes it scroll.
 * @param {HTMLTableElement} table Not in the page: it is moved.
 */
export function wrapTable(table) {
  const [outer, inner] = ["md-typeset__scrollwrap", "md-typeset__table"].map((name) => {
    const box = document.createElement("div");
    box.className = name;
    return box;
  });
  inner.append(table);
  outer.append(inner);
  return outer;
}

/**
 * Focus an element that takes no focus by itself, until the focus moves on.
 * @param {HTMLElement} element
 */
export function focusOn(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
}
