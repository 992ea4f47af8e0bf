"""The search index of the built site, one a language, made with Pagefind."""
