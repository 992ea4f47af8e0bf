// The links to the other language keep the section on screen and the query of the address: the
// facing edition, the themes of the timeline, the state of the catalog. They are updated before
// they can be followed, by whatever means.
import { idOnScreen } from "../frame/place.js";

const BEFORE_USE = ["pointerenter", "pointerdown", "focus", "click", "contextmenu"];

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("a[rel=alternate]");
for (const link of links) {
  const plain = link.href;
  const update = () => {
    const url = new URL(plain);
    url.search = location.search;
    url.hash = idOnScreen();
    link.href = url.href;
  };
  for (const type of BEFORE_USE) link.addEventListener(type, update);
}
