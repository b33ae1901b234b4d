"""Finding reads every text of a card in any spelling, and each filter keeps what it names and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.analysis.finding import NONE, TOUCHPOINT, Finder, Sought, kind_of, tags_of
from cjeditor.analysis.folding import folded, folded_once
from cjeditor.model import lookup
from cjeditor.model.cards import Card, DropOffPoint, Kpi
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from tests.builders import MAP, small_project
from tests.strategies import projects


def cards_of(project: Project) -> list[Card]:
    journey = lookup.map_of(project, project.maps[0].id)
    return lookup.in_journey_order(journey, lookup.cards(journey))


def found(project: Project, sought: Sought | str) -> tuple[str, ...]:
    sought = Sought(text=sought) if isinstance(sought, str) else sought
    return Finder().found(cards_of(project), project, sought)


def test_nothing_sought_finds_nothing() -> None:
    assert found(small_project(), Sought()) == ()
    assert found(small_project(), " \t") == ()
    assert Sought(text=" \n").is_empty
    assert not Sought(votes=1).is_empty


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("advert", ("tp_a",)),
        ("ADV", ("tp_a",)),
        ("vert", ("tp_a",)),  # three letters may stand within a word
        ("ks", ()),  # two must not: “Talks” is not meant by it
        ("home own", ("nt_a",)),
        ("own home", ("nt_a",)),
        ("keys", ("tp_d",)),  # a tag
        ("7", ("tp_d",)),  # a number
        ("#7", ("tp_d",)),
        ("now or never”", ("nt_b",)),
        ("advert talk", ()),
    ],
)
def test_words_are_found_wherever_they_stand(typed: str, ids: tuple[str, ...]) -> None:
    assert found(small_project(), typed) == ids


def test_names_of_channels_and_personas_are_texts_of_their_cards() -> None:
    project = small_project()
    channel = next(each for each in project.channels if each.id == "ch_a")
    assert found(project, channel.name) == ("tp_a",)
    assert found(project, "jo") == ("tp_d",)


def test_everything_behind_a_touchpoint_is_searched() -> None:
    project = set_touchpoint(
        small_project(),
        MAP,
        ["tp_a"],
        description="Größe zählt",
        owner="Vertrieb Süd",
        evidence_source="Tagebuchstudie",
        web_links=("https://example.org/anzeige",),
        kpis=(Kpi(id="kp_x", name="Reichweite"),),
        drop_off_points=(DropOffPoint(id="do_x", title="Zu teuer", counter_measure="Ratenzahlung"),),
    )
    for typed in (
        "groesse",
        "GRÖSSE",
        "große",
        "sued",
        "tagebuch",
        "example anzeige",
        "reichweite",
        "teuer",
        "ratenzahlung",
    ):
        assert found(project, typed) == ("tp_a",), typed


def test_signs_without_letters_are_looked_for_as_they_are() -> None:
    project = set_note(small_project(), MAP, ["nt_c"], text="Why?! 🤷")
    assert found(project, "?!") == ("nt_c",)
    assert found(project, "🤷") == ("nt_c",)
    assert found(project, "%") == ()


def test_a_number_too_long_for_a_number_is_just_a_word() -> None:
    assert found(small_project(), "9" * 9_000) == ()


def test_filters_keep_what_they_name() -> None:
    project = set_touchpoint(small_project(), MAP, ["tp_a"], evidence="quantitative", votes=3)
    project = set_note(project, MAP, ["nt_c"], evidence="anecdotal", votes=2, tags=("home",))
    assert found(project, Sought(channels=frozenset({"ch_a"}))) == ("tp_a",)
    assert found(project, Sought(channels=frozenset({NONE}))) == ("tp_b", "tp_d")
    assert found(project, Sought(personas=frozenset({"ps_b"}))) == ("tp_d",)
    assert found(project, Sought(evidence=frozenset({"quantitative", "anecdotal"}))) == ("tp_a", "nt_c")
    assert found(project, Sought(emotions=frozenset({-2, 1}))) == ("tp_a", "tp_c")
    assert found(project, Sought(emotions=frozenset({None}))) == ("tp_b", "tp_d")
    assert found(project, Sought(tags=frozenset({"home"}))) == ("nt_c", "tp_d")
    assert found(project, Sought(kinds=frozenset({"goal", "quote"}))) == ("nt_a", "nt_b")
    assert set(found(project, Sought(kinds=frozenset({TOUCHPOINT})))) == {"tp_a", "tp_b", "tp_c", "tp_d"}
    assert found(project, Sought(votes=2)) == ("tp_a", "nt_c")
    assert found(project, Sought(votes=3)) == ("tp_a",)
    assert found(project, Sought(moments_of_truth=True)) == ("tp_d",)
    assert found(project, Sought(text="advert", votes=2)) == ("tp_a",)
    assert found(project, Sought(text="moves", votes=2)) == ()


def test_drop_offs_are_a_filter() -> None:
    project = set_touchpoint(small_project(), MAP, ["tp_b"], drop_off_points=(DropOffPoint(id="do_x"),))
    assert found(project, Sought(drop_offs=True)) == ("tp_b",)


def test_an_edited_card_and_a_renamed_channel_are_read_anew() -> None:
    finder = Finder()
    before = small_project()
    assert finder.found(cards_of(before), before, Sought(text="poster")) == ()
    after = set_touchpoint(before, MAP, ["tp_a"], title="Poster")
    assert finder.found(cards_of(after), after, Sought(text="poster")) == ("tp_a",)
    column = replace(after.channels[0], name="Litfaßsäule")
    renamed = replace(after, channels=(column, *after.channels[1:]))
    assert finder.found(cards_of(renamed), renamed, Sought(text="litfasssaeule")) == ("tp_a",)


@given(projects(), st.data())
def test_a_filter_keeps_exactly_the_cards_that_have_the_value(project: Project, data: st.DataObject) -> None:
    cards = cards_of(project)
    evidence = data.draw(st.sampled_from(("assumption", "anecdotal", "qualitative", "quantitative")))
    fewest = data.draw(st.integers(1, 5))
    finder = Finder()
    assert finder.found(cards, project, Sought(evidence=frozenset({evidence}))) == tuple(
        card.id for card in cards if card.evidence == evidence
    )
    assert finder.found(cards, project, Sought(votes=fewest)) == tuple(
        card.id for card in cards if card.votes >= fewest
    )
    for tag in tags_of(cards):
        assert finder.found(cards, project, Sought(tags=frozenset({tag}))) == tuple(
            card.id for card in cards if tag in card.tags
        )
    kinds = frozenset(kind_of(card) for card in cards)
    assert len(finder.found(cards, project, Sought(kinds=kinds))) == (len(cards) if kinds else 0)


def test_raised_capitals_are_found_by_ordinary_letters() -> None:
    assert folded("ᴬᴮ ℌ") == folded("ab h") == "ab h"


@given(projects(), st.text(max_size=30))
def test_more_words_never_find_more(project: Project, typed: str) -> None:
    cards = cards_of(project)
    finder = Finder()
    all_words = set(finder.found(cards, project, Sought(text=typed)))
    for word in folded(typed).split():
        assert all_words <= set(finder.found(cards, project, Sought(text=word)))
    both = Sought(text=typed, votes=1)
    assert set(finder.found(cards, project, both)) <= all_words or not typed.strip()


@given(st.text(max_size=80))
def test_folding_with_a_table_is_folding_letter_by_letter(text: str) -> None:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    plain = "".join(letter if letter.isalnum() else " " for letter in plain)
    for spelled, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        plain = plain.replace(spelled, letter)
    assert folded_once(text) == plain
