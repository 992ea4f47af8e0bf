// The switch of colors: as the system has it, light, dark. The theme's templates write its
// choices, and its script in <head> brings back what is stored here before the page is drawn.
const SYSTEM = "(prefers-color-scheme)";
const form = document.querySelector("[data-md-component=palette]");

if (form) {
  const choices = [...form.querySelectorAll("input")];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const mediaOf = (choice) => choice.dataset.mdColorMedia;
  const colorsOf = ({ dataset }) => ({
    scheme: dataset.mdColorScheme,
    primary: dataset.mdColorPrimary,
    accent: dataset.mdColorAccent,
  });

  const stored = __md_get("__palette")?.index ?? -1;
  let chosen = choices[stored] ?? choices.find((choice) => mediaOf(choice) === SYSTEM);

  const show = () => {
    const asked = `(prefers-color-scheme: ${dark.matches ? "dark" : "light"})`;
    const shown =
      mediaOf(chosen) === SYSTEM ? choices.find((choice) => mediaOf(choice) === asked) : chosen;
    for (const [name, value] of Object.entries({ media: mediaOf(chosen), ...colorsOf(shown) })) {
      document.body.setAttribute(`data-md-color-${name}`, value);
    }
    // Each label, behind its choice, leads to the next one.
    for (const choice of choices) choice.nextElementSibling.hidden = choice !== chosen;
  };

  form.addEventListener("change", ({ target }) => {
    chosen = target;
    const color = { media: mediaOf(chosen), ...colorsOf(chosen) };
    __md_set("__palette", { index: choices.indexOf(chosen), color });
    show();
  });
  dark.addEventListener("change", show);
  show();
}
