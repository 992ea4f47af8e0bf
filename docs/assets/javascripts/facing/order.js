// Each language sorts its words by its own alphabet; side by side, one order must do.

/**
 * Returns the items of a list in the order that another gives to the ids they share. Any other
 * item stays with the one that it follows, as a definition does with its term.
 * @template {{id: string}} Item
 * @param {Item[]} model
 * @param {Item[]} items
 * @returns {Item[]}
 */
export function inOrderOf(model, items) {
  const ranks = new Map(model.filter(({ id }) => id).map(({ id }, rank) => [id, rank]));
  const groups = [[]];
  for (const item of items) {
    if (ranks.has(item.id)) groups.push([]);
    groups.at(-1).push(item);
  }
  const [first, ...rest] = groups;
  return [...first, ...rest.sort(([a], [b]) => ranks.get(a.id) - ranks.get(b.id)).flat()];
}
