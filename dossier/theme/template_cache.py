"""Compiled theme templates in memory: the builds of other languages do not compile them again."""

from jinja2.bccache import Bucket, BytecodeCache

_compiled: dict[str, bytes] = {}


class TemplateCache(BytecodeCache):
    """A bytecode cache for as long as the process runs; Jinja compares the sources' checksums."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` if its template has been compiled."""
        if bucket.key in _compiled:
            bucket.bytecode_from_string(_compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template in `bucket`."""
        _compiled[bucket.key] = bucket.bytecode_to_string()
