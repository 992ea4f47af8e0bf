// What the address of the page says of a search.

/** Takes a parameter out of the address and returns it, or null. */
export function take(name) {
  const address = new URL(location);
  const value = address.searchParams.get(name);
  if (value === null) return null;
  // As text: to write the parameters anew would make ?regard into ?regard=.
  const kept = address.search.slice(1).split("&").filter((part) => part.split("=")[0] !== name);
  address.search = kept.join("&");
  history.replaceState(history.state, "", address);
  return value;
}
