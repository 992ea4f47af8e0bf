// Returns the number of visible lines of text, the pairs of them that overlap, and the pixels that
// the page is too wide. Two lines of one element do not overlap: the browser sets them.
async () => {
  // Two frames later, the theme's scripts have reacted to a new width.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const seen = (element) =>
    getComputedStyle(element).clipPath === "none" &&
    element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    });
  const lines = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, element = text.parentElement;
    if (!text.data.trim() || element.closest(".md-sidebar, sup") || !seen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      if (right - left < 1 || bottom - top < 1) continue;
      const inset = (bottom - top) * 0.22; // a line box is higher than its letters
      lines.push({
        words: text.data.trim().slice(0, 40),
        left: left + 1,
        right: right - 1,
        top: top + inset,
        bottom: bottom - inset,
      });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  const overlaps = [];
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; j++) {
      const [a, b] = [lines[i], lines[j]];
      if (a.right <= b.left || b.right <= a.left) continue;
      overlaps.push(`“${a.words}” and “${b.words}”`);
    }
  }
  const overflow = document.documentElement.scrollWidth - innerWidth;
  return { lines: lines.length, overlaps, overflow };
}
