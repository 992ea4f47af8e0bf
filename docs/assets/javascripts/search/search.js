// All that a search needs, loaded when it is first opened, or when one of its results is.
export { openSearch, prepare } from "./dialog.js";
export { highlight } from "./highlight.js";
