// The same page in the other language, and its blocks made fit to stand in this one.

/** What makes no sense in another page. */
const LEFT_OUT = ".headerlink, script, style";
/** Attributes that name elements by id. */
const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];

/**
 * Fetches the twin page.
 * @param {URL} address
 * @returns {Promise<{article: Element, lang: string, address: URL}>}
 * @throws {Error} It is not there, or is no page of this site.
 */
export async function fetchTwin(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} was answered by ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const article = page.querySelector("main[lang] article");
  if (!article) throw new Error(`${address} has no article whose language is known`);
  return { article, lang: article.closest("main").lang, address };
}

/**
 * Makes a block of the twin page fit to stand in this one: marked with its language, ids told
 * from those here, links that lead where they led.
 */
export function adopt(block, { lang, address }) {
  const elements = [block, ...block.querySelectorAll("*")];
  for (const element of elements) {
    if (element.id) element.id = `twin-${element.id}`;
    for (const name of REFERENCES) prefix(element, name);
    relocate(element, "href", address);
    relocate(element, "src", address);
  }
  for (const element of block.querySelectorAll(LEFT_OUT)) element.remove();
  const adopted = block.matches("table") ? wrapped(block) : block;
  adopted.lang ||= lang;
  adopted.classList.add("twin");
  return document.adoptNode(adopted);
}

function prefix(element, name) {
  const ids = element.getAttribute(name);
  if (ids) element.setAttribute(name, ids.replace(/\S+/g, "twin-$&"));
}

function relocate(element, name, address) {
  const written = element.getAttribute(name);
  if (written === null) return;
  const local = written.startsWith("#");
  element.setAttribute(name, local ? `#twin-${written.slice(1)}` : new URL(written, address));
}

/** Returns a table in the boxes that the theme's script puts around those of this page. */
function wrapped(table) {
  const [outer, inner] = ["md-typeset__scrollwrap", "md-typeset__table"].map((name) => {
    const box = document.createElement("div");
    box.className = name;
    return box;
  });
  inner.append(table);
  outer.append(inner);
  return outer;
}
