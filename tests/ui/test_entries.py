"""Packed rows are found by their place and by their key, whatever way they are looked for."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from core.order import KEY_BITS, key_of, pack
from ui.models.entries import place, rows_of_keys

KEYS = st.one_of(st.integers(1, 9), st.integers(1, (1 << KEY_BITS) - 1))
ENTRIES = st.lists(st.builds(pack, st.integers(-(1 << 31), 1 << 31), KEYS, st.booleans()), max_size=40)


@given(ENTRIES, st.sets(KEYS, max_size=12))
def test_keys_are_found_in_an_array_as_in_a_list(entries: list[int], keys: set[int]) -> None:
    keys |= {key_of(entry) for entry in entries[::3]}
    expected = [at for at, entry in enumerate(entries) if key_of(entry) in keys]
    assert rows_of_keys(array("q", entries), keys) == expected
    assert rows_of_keys(entries, keys) == expected
    for key in list(keys)[:3]:
        assert rows_of_keys(array("q", entries), {key}) == [
            at for at, entry in enumerate(entries) if key_of(entry) == key
        ]


@given(ENTRIES, st.booleans())
def test_an_entry_stands_where_the_order_has_it(entries: list[int], falling: bool) -> None:
    ordered = array("q", sorted(set(entries), reverse=falling))
    for at, entry in enumerate(ordered):
        assert place(ordered, entry, falling=falling) == at
    for entry in entries:
        without = array("q", (its for its in ordered if its != entry))
        without.insert(place(without, entry, falling=falling), entry)
        assert without == ordered
