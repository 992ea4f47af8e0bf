// Each language sorts its words by its own alphabet; side by side they need one order.

/**
 * Return the items of a list in the order that another list gives to the ids they share. Any
 * other item stays after the one that it follows, as a definition after its term.
 * @template {{id: string}} Item
 * @param {{id: string}[]} model
 * @param {Item[]} items
 * @returns {Item[]}
 */
export function inOrderOf(model, items) {
  const ranks = new Map(model.filter(({ id }) => id).map(({ id }, rank) => [id, rank]));
  /** @type {{rank: number, items: Item[]}[]} */
  const groups = [{ rank: -1, items: [] }];
  for (const item of items) {
    const rank = ranks.get(item.id);
    if (rank === undefined) groups[groups.length - 1].items.push(item);
    else groups.push({ rank, items: [item] });
  }
  return groups.sort((a, b) => a.rank - b.rank).flatMap(({ items }) => items);
}
