// Where the language switch leads from places of the page. A place: id, y, where it leads, and
// whether the page could not be scrolled further.
({
  top: (id) => document.getElementById(id).getBoundingClientRect().top,

  scrollTo(id) {
    scrollBy(0, this.top(id) - 60);
  },

  // Where the link leads once the pointer is over it.
  leadsTo() {
    const link = document.querySelector(".languages a:not([aria-current])");
    link.dispatchEvent(new PointerEvent("pointerenter"));
    return link.href;
  },

  // Each place with an id, after scrolling to it.
  sweep() {
    const end = document.documentElement.scrollHeight - innerHeight;
    return [...document.querySelectorAll("article :is(h1, h2, h3, h4, li, dt, tr)[id]")]
      .filter((place) => place.getClientRects().length) // what a filter or a dialog hides has none
      .map((place) => {
        scrollBy(0, place.getBoundingClientRect().top - 60);
        const { top } = place.getBoundingClientRect();
        return [place.id, top, this.leadsTo(), scrollY >= end - 1];
      });
  },

  // A place, after its id has been put into the address as the fragment.
  seek(id) {
    location.hash = ""; // nothing would happen if the fragment were the same
    location.hash = id;
    return [id, this.top(id), this.leadsTo(), false];
  },
})
