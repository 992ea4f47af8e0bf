({
  // The language and address of the offer on screen, and the pixels that it moves the text by.
  measure() {
    const parts = [".offer", ".page-tools button"].map((part) => document.querySelector(part));
    const [offer] = parts;
    if (!offer?.checkVisibility()) return null;
    const [shown, hidden] = [false, true].map((hidden) => {
      for (const part of parts) part.hidden = hidden;
      return document.querySelector("h1").getBoundingClientRect().top;
    });
    return [offer.lang, offer.querySelector("a").href, shown - hidden];
  },

  // The element that has the focus, whether it is in the footer, and whether the offer covers it.
  // Material's button to the top hides while the page scrolls: the body then has the focus a moment.
  covers() {
    const focused = document.activeElement, offer = document.querySelector(".offer");
    const covered = !offer.contains(focused) &&
      focused.getBoundingClientRect().top >= offer.getBoundingClientRect().top;
    return [focused.outerHTML.slice(0, 200), Boolean(focused.closest("footer")), covered];
  },
})
