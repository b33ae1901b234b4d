"""Tuples sorted by id behave like dictionaries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cjeditor.model import table
from cjeditor.model.project import ParkedCard

KEYS = st.text("abcdef", min_size=1, max_size=2)


def _records(keys: set[str], text: str = "") -> tuple[ParkedCard, ...]:
    return table.in_order(ParkedCard(id=f"pk_{key}", text=text) for key in keys)


@given(st.sets(KEYS), st.sets(KEYS), st.sets(KEYS))
def test_does_what_a_dictionary_would(old: set[str], put: set[str], taken: set[str]) -> None:
    expected = {record.id: record for record in (*_records(old), *_records(put, "new"))}
    found = table.put(_records(old), _records(put, "new"))
    assert found == tuple(expected[key] for key in sorted(expected))
    for key in {f"pk_{each}" for each in old | put | taken}:
        assert table.find(found, key) == expected.get(key)
    left = table.without(found, {f"pk_{key}" for key in taken})
    assert left == tuple(expected[key] for key in sorted(expected) if key[3:] not in taken)


def test_nothing_taken_gives_the_same_table() -> None:
    records = _records({"a", "b"})
    assert table.without(records, ["pk_c"]) is records
