// The links to the other language keep the section on screen, and the facing-page edition.
// They are brought up to date before they can be followed, by whatever means.
import { idOnScreen } from "./place.js";
import { isAsked, withRegard } from "./regard.js";

const BEFORE_USE = ["pointerenter", "pointerdown", "focus", "click", "contextmenu"];

for (const link of document.querySelectorAll("a[rel=alternate]")) {
  const plain = link.href;
  const update = () => {
    const url = withRegard(plain, isAsked());
    url.hash = idOnScreen();
    link.href = url.href;
  };
  for (const type of BEFORE_USE) link.addEventListener(type, update);
}
