// The links to the other language keep the section on screen, and what the address asks for:
// the facing-page edition, the themes of the timeline.
// They are brought up to date before they can be followed, by whatever means.
import { idOnScreen } from "../facing/place.js";

const BEFORE_USE = ["pointerenter", "pointerdown", "focus", "click", "contextmenu"];

for (const link of document.querySelectorAll("a[rel=alternate]")) {
  const plain = link.href;
  const update = () => {
    const url = new URL(plain);
    url.search = location.search;
    url.hash = idOnScreen();
    link.href = url.href;
  };
  for (const type of BEFORE_USE) link.addEventListener(type, update);
}
