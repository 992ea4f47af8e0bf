// The parameters of the address that a search reads.

/**
 * Remove a parameter from the address and return its value, or null.
 * @param {string} name
 */
export function take(name) {
  const address = new URL(location.href);
  const value = address.searchParams.get(name);
  if (value === null) return null;
  // Edited as text: URLSearchParams would turn ?regard into ?regard=.
  const kept = address.search.slice(1).split("&").filter((part) => part.split("=")[0] !== name);
  address.search = kept.join("&");
  history.replaceState(history.state, "", address);
  return value;
}
