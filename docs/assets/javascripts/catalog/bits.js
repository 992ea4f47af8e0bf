// Sets of models, one bit a model: what filters ask of thousands of models is then a few
// operations on words of 32 bits.

/**
 * Returns the set of the numbers below `size` that pass a test.
 * @param {number} size
 * @param {(index: number) => boolean} test
 * @returns {Uint32Array}
 */
export function bitsOf(size, test) {
  const bits = new Uint32Array(Math.ceil(size / 32));
  for (let index = 0; index < size; index += 1) {
    if (test(index)) bits[index >>> 5] |= 1 << (index & 31);
  }
  return bits;
}

/** Tells whether a number is in a set. */
export const has = (bits, index) => (bits[index >>> 5] & (1 << (index & 31))) !== 0;

/** Returns what is in both sets. */
export const both = (some, others) => some.map((word, at) => word & others[at]);

/** Returns what is in either set. */
export const either = (some, others) => some.map((word, at) => word | others[at]);

/** Returns how many numbers a set holds. */
export const count = (bits) => countBoth(bits, bits);

/** Returns how many numbers are in both sets, without making a third. */
export function countBoth(some, others) {
  let number = 0;
  for (let at = 0; at < some.length; at += 1) number += ones(some[at] & others[at]);
  return number;
}

/** Returns how many bits of a word are set: pairs are added, then fours, eights, all at once. */
function ones(word) {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
