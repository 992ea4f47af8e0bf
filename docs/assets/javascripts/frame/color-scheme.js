// The choice of a color scheme: the system's, light or dark. partials/javascripts/base.html applies
// a stored choice before the page is drawn.
const root = document.documentElement;
/** @type {HTMLSelectElement|null} */
const schemes = document.querySelector(".color-scheme select");

if (schemes) {
  schemes.value = root.dataset.scheme ?? "";
  schemes.addEventListener("change", () => {
    if (schemes.value) root.dataset.scheme = schemes.value;
    else delete root.dataset.scheme;
    try {
      localStorage.setItem("scheme", schemes.value);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}
