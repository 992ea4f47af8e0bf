"""`make bench`."""

from bench import catalog, links, search

if __name__ == "__main__":
    search.main()
    print()
    links.main()
    print()
    catalog.main()
