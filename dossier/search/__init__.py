"""The search index of the built site, one per language, made with Pagefind."""
