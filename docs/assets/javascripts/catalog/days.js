// Days of the reader's calendar, written as in ISO 8601: their order is that of their digits.

/**
 * @param {number} year
 * @param {number} month From 0; any number.
 * @param {number} day From 1; the last day of a shorter month counts instead.
 */
function isoDay(year, month, day) {
  const last = new Date(year, month + 1, 0);
  const digits = [last.getFullYear(), last.getMonth() + 1, Math.min(day, last.getDate())];
  return digits.map((number) => String(number).padStart(2, "0")).join("-");
}

/** Return the day on which the page is read. */
export function today() {
  const now = new Date();
  return isoDay(now.getFullYear(), now.getMonth(), now.getDate());
}

/**
 * Return true if a text is a day, or a number of months from today: "6m".
 * @param {string} text
 */
export const isDay = (text) => /^\d{4}-\d{2}-\d{2}$|^\d{1,3}m$/.test(text);

/**
 * Return the day that a text means.
 * @param {string} text A day, a number of months from today, or "".
 */
export function dayOf(text) {
  if (!text.endsWith("m")) return text;
  const now = new Date();
  return isoDay(now.getFullYear(), now.getMonth() + parseInt(text), now.getDate());
}
