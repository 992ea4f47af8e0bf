// What every page loads, in the order in which it runs.
import "./frame/color-scheme.js";
import "./frame/tables.js";
import "./frame/navigation.js";
import "./frame/print.js";
import "./languages/not-found.js";
import "./languages/switch.js";
import "./languages/offer.js";
import "./facing/edition.js";
import "./frame/tooltips.js";
import "./copying/copy.js";
import "./search/open.js";
