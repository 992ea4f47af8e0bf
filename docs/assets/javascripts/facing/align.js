// Finds the passages of two versions of a text that are translations of each other.
//
// Sections are matched by id. Within a section, the pairs are those that keep the order of both
// texts and whose likeness has the greatest sum. A passage without a partner is alone.

/**
 * @typedef {object} Passage
 * @property {string} kind Its kind ("p", "table"); passages of two kinds are never a pair.
 * @property {string} section The id of the section that begins with it, or "".
 * @property {string} id Its own id, or "".
 * @property {Set<string>} anchors What a translation keeps: citations, links, code, images.
 * @property {Set<string>} numbers What it mostly keeps: numbers, as digits.
 * @property {number} length Of its text, in characters.
 */

/** Weight of an anchor, relative to a number. */
const ANCHOR = 3;
/** Likeness of passages that share an id: greater than any other. */
const CERTAIN = 4;
/** Passages with nothing else in common are no pair below this ratio of lengths. */
const LEAST_RATIO = 0.5;

/**
 * Return the rows of the two texts side by side: pairs of indices, null for no partner.
 * @param {Passage[]} left
 * @param {Passage[]} right
 * @returns {[number|null, number|null][]}
 */
export function align(left, right) {
  const lefts = sections(left);
  const rights = sections(right);
  return inOrder(lefts, rights, (a, b) => Number(a.id === b.id)).flatMap(([i, j]) => {
    const a = i === null ? [] : lefts[i].indices;
    const b = j === null ? [] : rights[j].indices;
    const rows = inOrder(a, b, (m, n) => likeness(left[m], right[n]));
    return rows.map(([m, n]) => /** @type {[number|null, number|null]} */ ([
      m === null ? null : a[m],
      n === null ? null : b[n],
    ]));
  });
}

/**
 * Return the sections of a text, each with the indices of its passages.
 * @param {Passage[]} passages
 */
function sections(passages) {
  /** @type {{id: string, indices: number[]}[]} */
  const found = [{ id: "", indices: [] }];
  passages.forEach(({ section }, index) => {
    if (section) found.push({ id: section, indices: [] });
    found[found.length - 1].indices.push(index);
  });
  return found;
}

/**
 * Return how much two passages look like a pair; 0 if they cannot be one.
 * @param {Passage} a
 * @param {Passage} b
 */
function likeness(a, b) {
  if (a.kind !== b.kind) return 0;
  if (a.id && b.id) return a.id === b.id ? CERTAIN : 0;
  const anchors = common(a.anchors, b.anchors);
  if (a.anchors.size && b.anchors.size && !anchors) return 0;
  // The constant lets short passages differ more.
  const ratio = (Math.min(a.length, b.length) + 20) / (Math.max(a.length, b.length) + 20);
  const [weightA, weightB] = [a, b].map(({ anchors, numbers }) =>
    ANCHOR * anchors.size + numbers.size
  );
  const shared = ANCHOR * anchors + common(a.numbers, b.numbers);
  // Among passages with the same anchors, the length decides.
  if (shared) return (2 * shared) / (weightA + weightB) + ratio / 10;
  if (weightA && weightB) return 0;
  if (ratio < LEAST_RATIO) return 0;
  return weightA || weightB ? ratio / 4 : ratio;
}

/**
 * Return how many members two sets share.
 * @param {Set<string>} a
 * @param {Set<string>} b
 */
const common = (a, b) => [...a].filter((member) => b.has(member)).length;

/**
 * Return the rows of two lists, in the order of both, with the greatest sum of scores; a pair
 * scores more than 0. The table holds the greatest sum for what remains of each list.
 * @template T
 * @param {T[]} left
 * @param {T[]} right
 * @param {(a: T, b: T) => number} score
 * @returns {[number|null, number|null][]}
 */
function inOrder(left, right, score) {
  const scores = left.map((a) => right.map((b) => score(a, b)));
  /** @type {number[][]} */
  const best = Array.from({ length: left.length + 1 }, () => Array(right.length + 1).fill(0));
  /**
   * @param {number} i
   * @param {number} j
   */
  const paired = (i, j) => (scores[i][j] > 0 ? scores[i][j] + best[i + 1][j + 1] : -1);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      best[i][j] = Math.max(paired(i, j), best[i + 1][j], best[i][j + 1]);
    }
  }
  /** @type {[number|null, number|null][]} */
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
