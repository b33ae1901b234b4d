"""Texts that say nearly the same are found, in German and English, and none that says something else."""

from __future__ import annotations

import pytest

from cjeditor.analysis.similar import ANY, NEARLY_THE_SAME, RELATED, alike, common_word, likeness
from cjeditor.analysis.stems import STOP_WORDS, stem


def grouped(texts: list[str], at_least: float) -> list[set[str]]:
    found = likeness({str(at): text for at, text in enumerate(texts)})
    assert found is not None
    return [{texts[int(one)] for one in group} for group in found.groups(at_least)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Waiting too long", "We wait very long"),
        ("The delivery takes too long", "Delivery took long"),
        ("Bestellung dauert lange", "Die Bestellungen dauern zu lange!"),
        ("Lange Wartezeit an der Kasse", "An der Kasse: lange Wartezeiten"),
        ("Price is unclear", "unclear prices"),
        ("Für die Straße", "STRASSE"),
    ],
)
def test_what_people_take_for_the_same_is_nearly_the_same(one: str, other: str) -> None:
    assert alike(one, other) >= 0.6
    assert alike(one, other) == pytest.approx(alike(other, one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Waiting too long", "The staff is friendly"),
        ("Der Preis ist hoch", "Die Beratung ist gut"),
        ("Kasse", "Kissen"),
        ("", "anything"),
        ("…", "!!!"),
    ],
)
def test_what_is_about_something_else_is_not_alike(one: str, other: str) -> None:
    assert alike(one, other) < RELATED


def test_compounds_and_slips_of_the_pen_are_alike_in_part() -> None:
    assert RELATED <= alike("Lieferung", "Lieferungskosten") < NEARLY_THE_SAME
    assert RELATED <= alike("Bestelung", "Bestellung") < 1
    assert alike("same words here", "here same words") == 1


def test_stems_and_stop_words() -> None:
    assert stem("bestellungen") == stem("bestellen") == stem("bestellung") == "bestell"
    assert stem("waiting") == stem("waits") == stem("waited") == "wait"
    assert stem("ios") == "ios"
    assert {"die", "fur", "the", "of"} <= STOP_WORDS


def test_groups_have_a_middle_and_no_chain_leads_on() -> None:
    texts = ["Waiting at the till", "Long waiting at the till", "The till is broken", "Broken lift", "Friendly staff"]
    groups = grouped(texts, 0.6)
    assert {"Waiting at the till", "Long waiting at the till"} in groups
    assert not any({"Waiting at the till", "Broken lift"} <= group for group in groups)
    assert not any("Friendly staff" in group for group in groups)


def test_the_threshold_only_takes_texts_in() -> None:
    texts = ["Price unclear", "Prices are unclear", "Price too high", "Prices", "Unclear bill", "Opening hours"]
    sizes = [sum(map(len, grouped(texts, at))) for at in (1.0, 0.8, 0.6, RELATED)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_kinds_stay_apart_and_what_is_of_any_kind_joins_one() -> None:
    texts = {
        "tp_a": "Calls the hotline",
        "nt_a": "Calls the hotline",
        "nt_b": "Calls a hotline",
        "pk_a": "hotline calls",
    }
    kinds = {"tp_a": "touchpoints", "nt_a": "notes", "nt_b": "notes", "pk_a": ANY}
    found = likeness(texts, kinds)
    assert found is not None
    groups = found.groups(0.9)
    assert {"nt_a", "nt_b"} <= set(groups[0])
    assert all(len({kinds[one] for one in group} - {ANY}) <= 1 for group in groups)


def test_it_stops_when_it_is_told_to() -> None:
    shares: list[float] = []

    def go_on(share: float) -> bool:
        shares.append(share)
        return len(shares) < 3

    assert likeness({str(at): f"Thought {at} of many" for at in range(500)}, go_on=go_on) is None
    assert len(shares) == 3
    assert shares == sorted(shares)


def test_thousands_of_texts_with_the_same_words_are_compared_too() -> None:
    texts = {str(at): f"Kunde wartet auf Antwort {at % 2500}" for at in range(5000)}
    found = likeness(texts)
    assert found is not None
    assert all(len(group) >= 2 for group in found.groups(0.95))
    assert sum(map(len, found.groups(0.95))) == 5000


def test_the_word_in_common() -> None:
    assert common_word(["Die Lieferung dauert", "Lieferung kam nie", "Lieferungen zu spät"]) == "Lieferung"
    assert common_word(["One", "Two"]) == ""
    assert common_word(["„Preis“ unklar", "Preis!"]) == "Preis"
