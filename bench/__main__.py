"""`make bench`."""

from bench import catalog, links, search

if __name__ == "__main__":
    for measure in (search, links, catalog):
        measure.main()
        print()
