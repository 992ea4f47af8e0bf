"""`make bench`."""

from bench import catalog, links

if __name__ == "__main__":
    links.main()
    print()
    catalog.main()
