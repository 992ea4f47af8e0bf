// The parameter `?regard` of the address, which opens the facing edition.

/** Return true if the address asks for the facing edition. */
export const isAsked = () => new URLSearchParams(location.search).has("regard");

/**
 * Return an address with the parameter or without it.
 * @param {string} address
 * @param {boolean} asked
 */
export function withRegard(address, asked) {
  const url = new URL(address);
  const rest = url.search.slice(1).split("&").filter((part) => !/^(regard(=.*)?)?$/.test(part));
  url.search = [...(asked ? ["regard"] : []), ...rest].join("&");
  return url;
}
