// What the table of models shows, and after each of many choices.
({
  // The keys of the rows shown, in order. The table changes in the next frame.
  async rows() {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const all = [...document.querySelector(".catalog__table").tBodies[0].rows];
    const rows = all.filter((row) => !row.hidden);
    const count = parseInt(document.querySelector(".catalog__count").textContent) || 0;
    if (rows.length !== count) throw new Error(`${rows.length} rows, counted as ${count}`);
    return rows.map(this.key);
  },

  key: (row) => row.dataset.key ?? row.querySelector("a").hash.slice(1),

  // The keys of the rows that can be seen, in order.
  async visible() {
    await this.rows();
    return this.seen().map(this.key);
  },

  seen: () =>
    [...document.querySelector(".catalog__table").tBodies[0].rows].filter((row) =>
      row.checkVisibility()
    ),

  heights() {
    return this.seen().map((row) => Math.round(row.getBoundingClientRect().height));
  },

  // The controls that are smaller than 24 pixels (WCAG 2.5.8), with what can be tapped around them.
  small: () =>
    [...document.querySelectorAll(":is(.catalog__sheet, .catalog__table) :is(button, input, summary)")]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.outerHTML, (one.closest("label") ?? one).getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([html]) => html),

  // The cells of the comparison that are beyond the screen, or wider than their room.
  cut: () =>
    [...document.querySelectorAll(".catalog__facts :is(th, td)")]
      .filter((cell) => cell.checkVisibility())
      .filter((cell) => {
        const { left, right } = cell.getBoundingClientRect();
        return left < 0 || right > innerWidth || cell.scrollWidth > cell.clientWidth;
      })
      .map((cell) => cell.textContent),

  // How the backgrounds of tables that are cut move: see text.css.
  shadows: () =>
    [...document.querySelectorAll(".md-typeset__scrollwrap, article table")]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX))
      .map((box) => getComputedStyle(box).backgroundAttachment),

  // The parts of the table that stick to an edge of the screen.
  sticking: () =>
    [...document.querySelectorAll(".catalog *")]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).position === "sticky")
      .map((one) => one.className || one.tagName),

  // The rows that each box alone leaves.
  async rowsByBox() {
    const found = [];
    for (const box of document.querySelectorAll("[data-match] input")) {
      box.click();
      found.push([box.name, box.value, await this.rows()]);
      box.click();
    }
    return found;
  },

  // The rows by each column and direction, with what aria-sort says.
  async rowsByColumn() {
    const found = [];
    for (const cell of document.querySelectorAll(".catalog__table thead th")) {
      for (const direction of ["ascending", "descending"]) {
        cell.querySelector("button").click();
        const rows = await this.rows();
        const sorted = [...document.querySelectorAll("[aria-sort]")];
        const said = sorted.map((one) => [one.dataset.column, one.ariaSort]);
        found.push([cell.dataset.column, direction, said, rows]);
      }
    }
    return found;
  },

  // By the column sorted: the columns of bold values, and those with an arrow.
  async emphasis() {
    const found = [];
    const heads = [...document.querySelectorAll(".catalog__table thead th")];
    const names = heads.map((head) => head.dataset.column);
    for (const [at, head] of heads.entries()) {
      if (at === 0) continue; // names are always bold
      head.querySelector("button").click();
      const [first] = (await this.rows()).length ? this.seen() : [];
      const bold = names.filter((_, n) => n && getComputedStyle(first.cells[n]).fontWeight >= 600);
      const arrows = names.filter((_, n) =>
        /[▲▼]/.test(getComputedStyle(heads[n].querySelector("button"), "::after").content)
      );
      found.push([names[at], bold, arrows]);
    }
    return found;
  },

  // The scroll position in each frame of a sort until all rows are painted.
  async placesWhileSorting() {
    const places = [];
    let done = false;
    const watch = () => {
      places.push(scrollY);
      if (!done) requestAnimationFrame(watch);
    };
    document.querySelector("[data-column=maker] button").click();
    requestAnimationFrame(() => requestAnimationFrame(watch));
    await this.rows();
    done = true;
    return places;
  },

  // The number beside each box.
  counts: () =>
    [...document.querySelectorAll("[data-match] input")].map((box) => [
      box.name,
      box.value,
      Number(box.parentElement.querySelector(".catalog__number").textContent),
    ]),

  // Whether each line of the comparison is marked, and its cells.
  comparison: () =>
    [...document.querySelectorAll(".catalog__facts tbody tr")].map((line) => [
      line.querySelectorAll(".catalog__mark").length === 1,
      ...[...line.querySelectorAll("td")].map((cell) => cell.innerText),
    ]),
})
