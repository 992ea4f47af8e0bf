({
  // For each visible chart: its texts and their size on the screen, those that touch another or
  // leave the drawing, and the marks that leave it.
  measure: () =>
    [...document.querySelectorAll("figure.chart svg")]
      .filter((svg) => svg.checkVisibility())
      .map((svg) => {
        const frame = svg.getBoundingClientRect();
        const scale = frame.width / svg.viewBox.baseVal.width;
        const boxes = [...svg.querySelectorAll("text")].map((text) => ({
          words: text.textContent,
          size: parseFloat(getComputedStyle(text).fontSize) * scale,
          box: text.getBoundingClientRect(),
        }));
        const touch = (a, b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1.5 * scale;
        const out = ({ box }) =>
          box.left < frame.left - 1 || box.right > frame.right + 1 ||
          box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        const marks = [...svg.querySelectorAll("path")].map((path) => path.getBBox());
        const { width, height } = svg.viewBox.baseVal;
        return {
          texts: boxes.length,
          smallest: Math.min(...boxes.map(({ size }) => size)),
          touching: boxes.flatMap((a, i) =>
            boxes.slice(i + 1).filter((b) => touch(a.box, b.box)).map((b) => `${a.words} / ${b.words}`)
          ),
          outside: boxes.filter(out).map(({ words }) => words),
          marksOutside: marks.filter((m) =>
            m.x < -1 || m.y < -1 || m.x + m.width > width + 1 || m.y + m.height > height + 1
          ).length,
        };
      }),

  // Moves a text of a visible chart onto another.
  overlap() {
    const [one, other] = [...document.querySelectorAll("figure.chart svg")]
      .find((svg) => svg.checkVisibility()).querySelectorAll("text.head");
    for (const name of ["x", "y"]) other.setAttribute(name, one.getAttribute(name));
  },

  // The colors of the marks of visible charts, and those of the system.
  colors() {
    const marks = [...document.querySelectorAll("figure.chart svg path")]
      .filter((path) => path.checkVisibility());
    const drawn = marks.flatMap((path) => {
      const { fill, stroke } = getComputedStyle(path);
      return [fill, stroke];
    });
    const system = ["CanvasText", "Canvas", "GrayText"].map((name) => {
      const part = document.body.appendChild(document.createElement("i"));
      part.style.color = name;
      const { color } = getComputedStyle(part);
      part.remove();
      return color;
    });
    return [drawn, system];
  },
})
