// Replaces the page by a sample of each ink on each ground, which are names of CSS variables.
([inks, grounds]) =>
  document.body.replaceChildren(
    ...grounds.flatMap((ground) =>
      inks.map((ink) => {
        const sample = document.createElement("p");
        sample.style = `color: var(${ink}); background-color: var(${ground})`;
        sample.textContent = `${ink} on ${ground}`;
        return sample;
      })
    ),
  )
