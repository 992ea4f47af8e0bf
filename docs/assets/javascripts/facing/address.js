// The address says whether the facing-page edition is open: `?regard`.

/** Tells whether the address asks for the facing-page edition. */
export const isAsked = () => new URLSearchParams(location.search).has("regard");

/** Returns an address, as a URL, that asks for the facing-page edition or does not. */
export function withRegard(address, asked) {
  const url = new URL(address);
  const rest = url.search.slice(1).split("&").filter((part) => !/^(regard(=.*)?)?$/.test(part));
  url.search = [...(asked ? ["regard"] : []), ...rest].join("&");
  return url;
}
