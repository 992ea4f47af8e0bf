// Finds which passages of two versions of a text are each other's translation.
//
// Sections are matched by id. Within a section, the pairs are those that leave both texts in
// order and whose likeness adds up to most. Whatever finds no partner stands alone.

/**
 * @typedef {object} Passage
 * @property {string} kind What it is ("p", "table"); passages of two kinds are never a pair.
 * @property {string} section The id of the section that begins with it, or "".
 * @property {string} id Its own id, or "".
 * @property {Set<string>} anchors What a translation keeps: citations, links, code, pictures.
 * @property {Set<string>} numbers What it mostly keeps: numbers, as digits.
 * @property {number} length Of its text, in characters.
 */

/** What an anchor weighs beside a number. */
const ANCHOR = 3;
/** What a shared id, which leaves no doubt, weighs beside anything else. */
const CERTAIN = 4;
/** Below this ratio of lengths, passages with nothing else in common are no pair. */
const LEAST_RATIO = 0.5;

/**
 * Returns the rows of the two texts side by side: pairs of indices, null for no partner.
 * @param {Passage[]} left
 * @param {Passage[]} right
 * @returns {Array<[?number, ?number]>}
 */
export function align(left, right) {
  const lefts = sections(left);
  const rights = sections(right);
  return inOrder(lefts, rights, (a, b) => Number(a.id === b.id)).flatMap(([i, j]) => {
    const a = lefts[i]?.indices ?? [];
    const b = rights[j]?.indices ?? [];
    const rows = inOrder(a, b, (m, n) => likeness(left[m], right[n]));
    return rows.map(([m, n]) => [a[m] ?? null, b[n] ?? null]);
  });
}

/** Returns the sections of a text, each with the indices of its passages. */
function sections(passages) {
  const found = [{ id: "", indices: [] }];
  passages.forEach(({ section }, index) => {
    if (section) found.push({ id: section, indices: [] });
    found.at(-1).indices.push(index);
  });
  return found;
}

/** Returns how much two passages look like a pair; 0 if they cannot be one. */
function likeness(a, b) {
  if (a.kind !== b.kind) return 0;
  if (a.id && b.id) return a.id === b.id ? CERTAIN : 0;
  const anchors = common(a.anchors, b.anchors);
  if (a.anchors.size && b.anchors.size && !anchors) return 0;
  // The constant lets short passages differ more.
  const ratio = (Math.min(a.length, b.length) + 20) / (Math.max(a.length, b.length) + 20);
  const weight = ({ anchors, numbers }) => ANCHOR * anchors.size + numbers.size;
  const shared = ANCHOR * anchors + common(a.numbers, b.numbers);
  // Among passages with the same anchors, the length decides.
  if (shared) return (2 * shared) / (weight(a) + weight(b)) + ratio / 10;
  if (weight(a) && weight(b)) return 0;
  if (ratio < LEAST_RATIO) return 0;
  return weight(a) || weight(b) ? ratio / 4 : ratio;
}

/** Returns how many members two sets share. */
const common = (a, b) => [...a].filter((member) => b.has(member)).length;

/**
 * Returns the rows of two lists, in the order of both, whose scores add up to most; a pair
 * scores more than 0. The table holds the best total for what remains of each list.
 */
function inOrder(left, right, score) {
  const scores = left.map((a) => right.map((b) => score(a, b)));
  const best = Array.from({ length: left.length + 1 }, () => Array(right.length + 1).fill(0));
  const paired = (i, j) => (scores[i][j] > 0 ? scores[i][j] + best[i + 1][j + 1] : -1);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      best[i][j] = Math.max(paired(i, j), best[i + 1][j], best[i][j + 1]);
    }
  }
  const rows = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    if (best[i][j] === paired(i, j)) rows.push([i++, j++]);
    else if (best[i][j] === best[i + 1][j]) rows.push([i++, null]);
    else rows.push([null, j++]);
  }
  while (i < left.length) rows.push([i++, null]);
  while (j < right.length) rows.push([null, j++]);
  return rows;
}
