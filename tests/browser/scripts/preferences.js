({
  // The elements that move, and for how long.
  moving: () =>
    [...document.querySelectorAll("*")].flatMap((element) =>
      [null, "::before", "::after"].map((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const lasts = `${style.transitionDuration}, ${style.animationDuration}`;
        const longest = Math.max(...lasts.split(", ").map(parseFloat));
        const smooth = style.scrollBehavior === "smooth";
        return longest > 0.01 || smooth ? `${element.className}${pseudo ?? ""} ${lasts}` : null;
      })
    ).filter(Boolean),

  // The outline of the element that has the focus.
  focus() {
    const element = document.activeElement, style = getComputedStyle(element);
    return [element.className || element.tagName, style.outlineStyle, parseFloat(style.outlineWidth)];
  },

  // The links of the article, and whether their address is printed.
  links: () =>
    [...document.querySelectorAll("article a[href]")]
      .filter((link) => link.checkVisibility())
      .map((link) => [
        link.getAttribute("href"),
        getComputedStyle(link, "::after").content !== "none",
      ]),
})
