"""Merging and splitting cards loses no text, no vote and no reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.model import rules
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.change import Change
from cjeditor.model.edits.cards import set_note, set_touchpoint
from cjeditor.model.edits.joining import lines_of, merge_cards, split_card
from cjeditor.model.edits.links import add_link
from cjeditor.model.lookup import card, cards, cell_cards
from cjeditor.model.problem import EditRefused
from cjeditor.model.project import Project
from tests.builders import MAP, small_project
from tests.model.edits.test_clipping import counting
from tests.model.refusing import refusal
from tests.strategies import projects

BEFORE = small_project()


def touchpoint(project: Project, one: str) -> Touchpoint:
    found = card(project.maps[0], one)
    assert isinstance(found, Touchpoint)
    return found


def test_the_target_keeps_number_and_place_and_takes_the_rest() -> None:
    before = set_touchpoint(BEFORE, MAP, ["tp_a"], votes=2, tags=("home",), evidence_source="Talks", description="Old")
    before = set_touchpoint(before, MAP, ["tp_d"], votes=3, evidence="qualitative", evidence_source="Study",
                            description="More", web_links=("https://a.example",))  # fmt: skip
    after = merge_cards(before, MAP, "tp_a", ["tp_d", "tp_a"])
    merged = touchpoint(after, "tp_a")
    assert (merged.number, merged.step, merged.title) == (1, "st_a", "Advert")
    assert merged.description == "Old\nMoves in\nMore"
    assert (merged.votes, merged.tags, merged.web_links) == (5, ("home", "keys"), ("https://a.example",))
    assert (merged.evidence, merged.evidence_source) == ("qualitative", "Talks; Study")
    assert (merged.emotion, merged.persona, merged.moment_of_truth) == (1, "ps_b", True)
    assert [kpi.id for kpi in merged.kpis] == ["kp_a"]
    assert rules.problems(after) == []


def test_what_refers_to_a_card_refers_to_the_merged_one() -> None:
    before = add_link(BEFORE, MAP, link_id="lk_x", source="tp_b", target="tp_c", label="or", hand_off="seamless")
    before = add_link(before, MAP, link_id="lk_y", source="tp_a", target="tp_b")
    after = merge_cards(before, MAP, "tp_b", ["tp_a"])
    links = {(link.source, link.target): (link.label, link.hand_off) for link in after.maps[0].links}
    assert links == {("tp_b", "tp_c"): ("or / then", "broken"), ("nt_c", "tp_d"): ("", "")}
    assert {each.about for each in after.maps[0].comments} >= {"tp_b"}
    assert after.surveys[0].about == "tp_b"
    assert after.actions[0].cards == ("nt_c", "tp_b")


def test_the_same_text_is_not_told_twice() -> None:
    before = set_note(BEFORE, MAP, ["nt_b"], text="A home of our own")
    after = merge_cards(before, MAP, "nt_a", ["nt_b"])
    assert [each.text for each in cell_cards(after.maps[0], "st_a", "ln_b") if isinstance(each, Note)] == [
        "A home of our own"
    ]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ((("3×",), ("3×",), ("a",)), ("a", "7×")),  # a card without a count was named once
        ((("a",), ("b",), ("b", "3×")), ("a", "b", "5×")),
        ((("a", "2×"), ("900000×",), ("900000×",)), ("a", "999999×")),
        ((("a",), ("b",), ("a",)), ("a", "b")),
    ],
)
def test_how_often_cards_were_named_is_added_up(tags: tuple[tuple[str, ...], ...], expected: tuple[str, ...]) -> None:
    project = BEFORE
    for one, some in zip(("tp_a", "tp_b", "tp_c"), tags, strict=True):
        project = set_touchpoint(project, MAP, [one], tags=some)
    assert touchpoint(merge_cards(project, MAP, "tp_a", ["tp_b", "tp_c"]), "tp_a").tags == expected


def test_a_count_alone_stays_as_it_was_written() -> None:
    project = set_touchpoint(BEFORE, MAP, ["tp_a"], tags=("1×", "a"))
    assert touchpoint(merge_cards(project, MAP, "tp_a", []), "tp_a").tags == ("1×", "a")


@pytest.mark.parametrize(
    ("target", "other", "code"), [("tp_a", "nt_a", "different-cards"), ("tp_a", "tp_x", "unknown-id")]
)
def test_what_cannot_be_one(target: str, other: str, code: str) -> None:
    assert refusal(merge_cards, BEFORE, MAP, target, [other]).code == code


def test_two_figures_cannot_be_one() -> None:
    before = set_note(BEFORE, MAP, ["nt_a"], kind="metric", target=1.0)
    before = set_note(before, MAP, ["nt_b"], kind="metric", target=2.0)
    assert refusal(merge_cards, before, MAP, "nt_a", ["nt_b"]).code == "figures-differ"
    same = merge_cards(set_note(before, MAP, ["nt_b"], target=1.0, actual=0.0), MAP, "nt_a", ["nt_b"])
    found = card(same.maps[0], "nt_a")
    assert isinstance(found, Note)
    assert (found.target, found.actual) == (1.0, 0.0)


def test_each_line_becomes_a_card_below() -> None:
    before = set_touchpoint(BEFORE, MAP, ["tp_a"], title="One\n\n two", description="three")
    after, new = split_card(before, MAP, "tp_a", new_ids=counting())
    found = cell_cards(after.maps[0], "st_a", "ln_a")
    assert [each.title for each in found if isinstance(each, Touchpoint)] == ["One", "two", "three", "Talk"]
    assert [each.number for each in found] == [1, 9, 10, 2]
    assert tuple(each.id for each in found[1:3]) == new
    assert touchpoint(after, "tp_a").channel == "ch_a"
    assert after.maps[0].links == before.maps[0].links
    assert rules.problems(after) == []


def test_one_line_cannot_be_split() -> None:
    assert refusal(split_card, BEFORE, MAP, "tp_a", new_ids=counting()).code == "one-line"


def words(project: Project) -> set[str]:
    """Every line of every card."""
    return {line for one in cards(project.maps[0]) for line in lines_of(one)}


@given(projects(), st.data())
def test_no_text_and_no_vote_is_lost_and_undo_gives_back_the_same(project: Project, data: st.DataObject) -> None:
    every = cards(project.maps[0]) if project.maps else ()
    if not every:
        return
    map_id = project.maps[0].id
    ids = data.draw(st.lists(st.sampled_from([one.id for one in every]), min_size=1, max_size=4))
    try:
        after = merge_cards(project, map_id, ids[0], ids)
        if data.draw(st.booleans()):
            after, _new = split_card(after, map_id, ids[0], new_ids=counting(9_000))
    except EditRefused:
        return
    assert words(project) <= words(after)
    assert sum(one.votes for one in cards(project.maps[0])) == sum(one.votes for one in cards(after.maps[0]))
    assert rules.problems(after) == []
    assert Change.between(project, after).inverted().applied_to(after) == project
