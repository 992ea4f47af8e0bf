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
    return rows.map((row) => row.dataset.key);
  },

  // The rows that each box alone leaves.
  async rowsByBox() {
    const found = [];
    for (const box of document.querySelectorAll(".catalog__menu input")) {
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
    [...document.querySelectorAll(".catalog__menu input")].map((box) => [
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
