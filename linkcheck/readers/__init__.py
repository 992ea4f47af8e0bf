"""Readers of files: what each format holds, as a document of references and ids."""
