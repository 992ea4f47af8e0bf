// The color scheme switch: system, light, dark. The theme's template writes the choices, and its
// script in <head> applies the stored one before the page is drawn.
const SYSTEM = "(prefers-color-scheme)";

/**
 * The theme's functions for localStorage, defined by its script in <head>.
 * @typedef {{index: number, color: Record<string, string|undefined>}} Palette
 * @typedef {(key: string) => Palette|null} Get
 * @typedef {(key: string, value: Palette) => void} Set
 */
const { __md_get: get, __md_set: set } =
  /** @type {{__md_get: Get, __md_set: Set}} */ (/** @type {unknown} */ (globalThis));

const form = document.querySelector("[data-md-component=palette]");

if (form) {
  const choices = [...form.querySelectorAll("input")];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const mediaOf = (/** @type {HTMLInputElement} */ { dataset }) => dataset.mdColorMedia;
  const find = (/** @type {string} */ media) =>
    choices.find((choice) => mediaOf(choice) === media) ?? choices[0];
  const colorsOf = (/** @type {HTMLInputElement} */ { dataset }) => ({
    scheme: dataset.mdColorScheme,
    primary: dataset.mdColorPrimary,
    accent: dataset.mdColorAccent,
  });

  let chosen = choices[get("__palette")?.index ?? -1] ?? find(SYSTEM);

  const show = () => {
    const media = mediaOf(chosen);
    const preferred = `(prefers-color-scheme: ${dark.matches ? "dark" : "light"})`;
    const shown = media === SYSTEM ? find(preferred) : chosen;
    for (const [name, value] of Object.entries({ media, ...colorsOf(shown) })) {
      document.body.setAttribute(`data-md-color-${name}`, value ?? "");
    }
    // The label after each choice selects the next one.
    for (const choice of choices) {
      choice.nextElementSibling?.toggleAttribute("hidden", choice !== chosen);
    }
  };

  form.addEventListener("change", ({ target }) => {
    chosen = choices.find((choice) => choice === target) ?? chosen;
    const color = { media: mediaOf(chosen), ...colorsOf(chosen) };
    set("__palette", { index: choices.indexOf(chosen), color });
    show();
  });
  dark.addEventListener("change", show);
  show();
}
