"""Contradictions, differences of convention and changes, by field, for the pages that list them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dossier.catalog.schema import Catalog, Contradiction, History


def disagreements(catalog: Catalog) -> dict[str, Any]:
    """Return the values of the blocks: what differs, is printed differently or changed, by field.

    Fields with the most contradictions come first.
    """
    groups = {
        "differ": _by_field(one for one in catalog.contradictions if not one.convention),
        "printed": _by_field(one for one in catalog.contradictions if one.convention),
        "changed": _by_field(catalog.histories),
    }
    fields = {field: None for group in groups.values() for field in group}
    return {
        "catalog": catalog,
        "groups": groups,
        "fields": sorted(
            fields, key=lambda f: [-len(group.get(f, ())) for group in groups.values()]
        ),
        "totals": {name: sum(map(len, group.values())) for name, group in groups.items()},
        "as_of": catalog.as_of,
    }


def _by_field(
    found: Iterable[Contradiction | History],
) -> dict[str, list[Contradiction | History]]:
    fields: dict[str, list[Contradiction | History]] = defaultdict(list)
    for one in found:
        fields[one.field].append(one)
    return dict(sorted(fields.items(), key=lambda item: -len(item[1])))
