"""Finding blocks by words: both languages, any spelling, best first."""

from __future__ import annotations

import pytest

from cjeditor import texts
from cjeditor.analysis.folding import cleaned, folded
from cjeditor.canvas.blocks import Block
from cjeditor.layout.icons import is_icon
from cjeditor.window.blocks.craft_offers import CurrentPhase, craft_sections, current_phase
from cjeditor.window.blocks.offer import Offer, Section
from cjeditor.window.blocks.offers import sections
from cjeditor.window.blocks.searching import found
from tests.builders import small_project


def everything(language: str) -> tuple[Section, ...]:
    words = texts.of(language)
    journey_map = small_project().maps[0]
    return (*craft_sections(CurrentPhase(), words, "en"), *sections(journey_map, words, everything=True))


def names(typed: str, language: str = "en") -> list[str]:
    return [offer.name for section in found(everything(language), typed) for offer in section.offers]


def offer(*names_: str, sentence: str = "") -> Offer:
    return Offer(Block("touchpoint", title=names_[0]), names_[0], names=names_, sentences=(sentence,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Überlegung", "ueberlegung"),
        ("Überlegung", "UBERLEGUNG"),
        ("Maßnahme", "massnahme"),
        ("Café", "cafe"),
        ("Träger", "traeger"),
        ("Öl", "oel"),
        ("E-Mail", "e mail"),
    ],
)
def test_spellings_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("comparison", "Comparison sites"),
        ("Vergleichsportal", "Comparison sites"),
        ("bewertungsmark", "Review marketing"),
        ("kundenwerb", ""),
        ("kunden werben", "Member-get-member"),
        ("werben kunden", "Member-get-member"),
        ("pain", "Pain point"),
        ("O-Ton", "Quote"),
        ("zusaetzliche kosten", "Extra costs"),
        ("ZUSÄTZLICHE", "Extra costs"),
        ("loyalty loop", "Loyalty loop"),
        ("Hinter den Kulissen", "Backstage"),
        ("abbruchpunkt", "Drop-off point"),
    ],
)
def test_the_best_match_comes_first_in_either_language(typed: str, best: str) -> None:
    assert [*names(typed)[:1], ""][0] == best


def test_each_word_must_match_somewhere() -> None:
    assert "Newsletter" in names("news")
    assert names("news qqq") == []
    assert names("news letter mail") == names("mail letter news")


def test_names_that_begin_so_come_before_others_and_those_before_sentences() -> None:
    some = Section(
        "",
        (offer("Z", sentence="with a map"), offer("The bitmap"), offer("A map of paper"), offer("Map"), offer("No")),
        "x",
    )
    assert [one.name for one in found([some], "map")[0].offers] == ["Map", "A map of paper", "The bitmap", "Z"]


def test_the_section_with_the_best_match_comes_first_and_none_is_empty() -> None:
    two = (Section("far", (offer("Bitmap"),), "far"), Section("near", (offer("Map"),), "near"))
    assert [section.title for section in found(two, "map")] == ["near", "far"]
    assert found(two, "nothing of this") == ()
    assert found(two, "  ") == two


@pytest.mark.parametrize("typed", ["=1+1", "1", "!?", "…", "+ +"])
def test_what_has_no_letters_is_looked_for_as_it_is(typed: str) -> None:
    some = Section("", (offer("Plan 12", sentence=f"with {typed} inside"), offer("24/7 hotline"), offer("A11y")), "x")
    expected = ["Plan 12"] if typed == "1" else []
    assert [one.name for section in found([some], typed) for one in section.offers] == expected
    assert [one.name for one in found([some], "24/7")[0].offers] == ["24/7 hotline"]


def test_short_words_are_found_at_the_beginning_of_others_long_ones_also_within() -> None:
    some = Section("", (offer("Nutzertest"), offer("Test of users"), offer("Zeit")), "x")
    assert [one.name for one in found([some], "test")[0].offers] == ["Test of users", "Nutzertest"]
    assert [one.name for one in found([some], "te")[0].offers] == ["Test of users"]


def test_sections_of_the_same_title_become_one() -> None:
    near, far = Section("Methods", (offer("A map"),), "near"), Section("Methods", (offer("Map"), offer("A map")), "far")
    (section,) = found((near, far), "map")
    assert [one.name for one in section.offers] == ["Map", "A map"]


@pytest.mark.parametrize(("english", "german"), [("trusted", "zu trauen"), ("clearer", "klarer")])
def test_sentences_of_both_languages_are_searched(english: str, german: str) -> None:
    for language in ("en", "de"):
        assert names(german, language)
        assert set(names(english, language)) & set(names(german, language))


def test_control_characters_are_no_part_of_what_is_typed() -> None:
    assert cleaned("  Ask\x00 \x1baunt\ud800\u2028") == "Ask aunt"


def test_the_window_shows_its_own_language() -> None:
    assert names("comparison", "de")[0] == "Vergleichsportale"


@pytest.mark.parametrize("language", ["en", "de", "en-XP"])
def test_every_kind_of_thing_is_offered_with_name_and_icon(language: str) -> None:
    offers = [one for section in everything(language) for one in section.offers]
    blocks = [one.block for one in offers if one.block is not None]
    assert {block.kind for block in blocks} == {"touchpoint", "note", "phase", "lane", "framework", "drop_off"}
    assert all(one.name and (one.colour or is_icon(one.icon)) for one in offers)
    assert len({block.framework for block in blocks if block.kind == "framework"}) == 4


def test_the_instruments_of_a_phase_are_those_of_its_guidance_and_speak_the_projects_language() -> None:
    journey_map = small_project().maps[0]
    assert current_phase(journey_map, None) == CurrentPhase()
    (phase, methods) = craft_sections(CurrentPhase("Choice", (3,)), texts.of("en"), "de")
    assert phase.title == "For the phase “Choice”"
    shown = {one.name: one for one in phase.offers}
    assert "Comparison sites" in shown
    assert "Newsletter" not in shown
    block = shown["Comparison sites"].block
    assert block == Block("touchpoint", title="Comparison sites", text="Vergleichsportale", channel="comparison-site")
    assert shown["Comparison sites"].more == "online, mobile"
    assert methods.offers
    assert all(one.block is not None and one.block.kind == "note" for one in methods.offers)


def test_without_a_phase_each_instrument_is_offered_once() -> None:
    some = craft_sections(CurrentPhase(), texts.of("en"), "en")
    blocks = [one.block for section in some for one in section.offers]
    assert len(blocks) == len(set(blocks))
    assert len(some) == 4
