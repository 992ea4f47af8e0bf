// The theme takes each <link rel=alternate> for the root of a language and asks for the
// sitemap beside it: two requests a page that are answered by 404. It looks once, when the
// document is ready; this module runs before, hides the links and then puts them back.
const links = document.querySelectorAll("link[rel=alternate][hreflang]");

for (const link of links) link.rel = "";

addEventListener("load", () => {
  for (const link of links) link.rel = "alternate";
});
