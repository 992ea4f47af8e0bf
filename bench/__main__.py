"""`make bench`."""

from bench import links

if __name__ == "__main__":
    links.main()
