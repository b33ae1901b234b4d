"""What pasted rows become on a map: which reading suggests itself, and which text goes where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.interchange.paste_plan import READINGS, Advice, PasteAt, PastePlan, advice, plan
from cjeditor.interchange.pasted import read_pasted
from cjeditor.model.journey_map import JourneyMap
from tests.builders import small_project

MAP = small_project().maps[0]
"""Phases Need (a step), Choice (steps Search and one without name), Use (a step); lanes Touchpoints, Goals …"""
EMPTY = JourneyMap(id="map_e", rank="a0")
AT = PasteAt("st_a", "ln_a")

ACROSS = Advice("across", adds=False, ask=True)
TOO_WIDE = Advice("across", adds=True, ask=True)


def meant(text: str, journey_map: JourneyMap = MAP, at: PasteAt = AT) -> Advice:
    return advice(read_pasted(text), journey_map, at)


def made(text: str, reading: str, *, adds: bool = False, at: PasteAt = AT, on: JourneyMap = MAP) -> PastePlan:
    return plan(read_pasted(text), on, at, reading, adds=adds)  # type: ignore[arg-type]  # tests name it freely


def cells(text: str, reading: str, *, adds: bool = False, at: PasteAt = AT) -> list[tuple[str, str, str]]:
    return [tuple(each) for each in made(text, reading, adds=adds, at=at).texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\nTwo", Advice("lines", adds=False, ask=False)),
        ("One\tTwo\tThree", Advice("across", adds=False, ask=False)),
        ("One\tTwo\tThree\tFour\tFive", TOO_WIDE),
        ("One\tTwo\nThree\tFour", ACROSS),
        ("a;b\nc;d", ACROSS),
        ("Need\tChoice\nOne\tTwo", Advice("named", adds=False, ask=False)),
        (" need\tSEARCH\nOne\tTwo", Advice("named", adds=False, ask=False)),
        ("\tNeed\tUse\nGoals\tOne\tTwo", Advice("named", adds=False, ask=False)),
        ("\tNeed\tWonder\nGoals\tOne\tTwo", Advice("named", adds=False, ask=True)),
        ("Goals\tOne\tTwo\nPain points\tThree", Advice("named", adds=False, ask=False)),
        ("\tA\tB\nGoals\tOne\tTwo", Advice("named", adds=False, ask=True)),
        ("Need\n\tOne\nUse\n\tTwo", Advice("outline", adds=False, ask=False)),
        ("Need\n\tOne\nWonder\n\tTwo", Advice("outline", adds=False, ask=True)),
        ("Bank\n\tOne\nWonder\n\tTwo", Advice("lines", adds=False, ask=True)),
    ],
)
def test_what_has_one_meaning_is_not_asked_about(text: str, expected: Advice) -> None:
    assert meant(text) == expected


def test_an_empty_map_takes_an_outline_for_its_phases() -> None:
    at = PasteAt("", "")
    assert meant("Need\n\tOne", EMPTY, at) == Advice("outline", adds=True, ask=True)
    assert meant("\tNeed\nGoals\tOne", EMPTY, at) == Advice("named", adds=True, ask=True)
    assert meant("One\nTwo", EMPTY, at) == Advice("lines", adds=True, ask=False)
    found = made("Need\n\tOne\nUse\n\tTwo", "outline", adds=True, at=at, on=EMPTY)
    assert list(found.phases.values()) == ["Need", "Use"]
    assert [text.text for text in found.texts] == ["One", "Two"]
    assert len(found.lanes) == 1


def test_lines() -> None:
    assert cells("One\tand more\nTwo", "lines") == [("st_a", "ln_a", "One\nand more"), ("st_a", "ln_a", "Two")]


def test_groups() -> None:
    assert cells("One\n\tmore\n\t\tand more\nTwo", "groups") == [
        ("st_a", "ln_a", "One\nmore\nand more"),
        ("st_a", "ln_a", "Two"),
    ]


def test_across() -> None:
    assert cells("One\t\tTwo\nThree", "across", at=PasteAt("st_b", "ln_b")) == [
        ("st_b", "ln_b", "One"),
        ("st_d", "ln_b", "Two"),
        ("st_b", "ln_b", "Three"),
    ]


def test_beyond_the_edges_it_goes_into_the_last_place_or_a_new_one() -> None:
    at = PasteAt("st_d", "ln_f")
    assert [text[:2] for text in cells("1\t2\n3\t4", "rows", at=at)] == [("st_d", "ln_f")] * 4
    found = made("1\t2\n3\t4", "rows", at=at, adds=True)
    assert [text[:2] for text in found.texts] == [
        ("st_d", "ln_f"),
        (next(iter(found.phases)), "ln_f"),
        ("st_d", next(iter(found.lanes))),
        (next(iter(found.phases)), next(iter(found.lanes))),
    ]


def test_what_does_not_fit_is_counted() -> None:
    at = PasteAt("st_d", "ln_f")
    assert made("1\t2\t3\n4\t5", "across", at=at).crowded == 2
    assert made("1\t2\n3\t4", "rows", at=at).crowded == 2
    assert made("1\t2\n3\t4", "rows", at=at, adds=True).crowded == 0
    assert made("1\t2", "across").crowded == 0


def test_a_first_row_that_names_nothing_known_is_no_card() -> None:
    text = "Wake\tWash\nOne\tTwo"
    assert (cells(text, "named"), made(text, "named").left_out) == ([], ("Wake", "Wash"))
    found = made(text, "named", adds=True)
    assert list(found.phases.values()) == ["Wake", "Wash"]
    assert [each.text for each in found.texts] == ["One", "Two"]


def test_rows_pass_lanes_without_cards() -> None:
    assert [text[1] for text in cells("1\t\n2\t\n3\tx", "rows", at=PasteAt("st_a", "ln_b"))] == [
        "ln_b",
        "ln_d",
        "ln_f",
        "ln_f",
    ]


def test_named() -> None:
    text = "\tNeed\t\tSearch\tWonder\nGoals\t1\t2\t3\t4\n\t5\nTeam\t6"
    assert cells(text, "named") == [
        ("st_a", "ln_b", "1"),
        ("st_a", "ln_b", "2"),  # below a merged heading
        ("st_b", "ln_b", "3"),
        ("st_a", "ln_b", "5"),  # beside a merged lane
    ]
    assert made(text, "named").left_out == ("Wonder", "Team")
    assert made(text, "named").lost == 2
    found = made(text, "named", adds=True)
    assert (list(found.phases.values()), list(found.lanes.values()), found.lost) == (["Wonder"], ["Team"], 0)
    assert len(found.texts) == 6


def test_lanes_alone_may_be_named() -> None:
    assert cells("Goals\tOne\tTwo\nPain points\tThree", "named", at=PasteAt("st_b", "ln_a")) == [
        ("st_b", "ln_b", "One"),
        ("st_c", "ln_b", "Two"),
        ("st_b", "ln_d", "Three"),
    ]


def test_two_rows_name_phases_and_their_steps() -> None:
    text = "\tNeed\tChoice\t\n\t\tSearch\t\nGoals\t1\t2\t3"
    assert [each[0] for each in cells(text, "named")] == ["st_a", "st_b", "st_b"]


def test_an_outline_may_name_steps_and_lanes_below_its_phases() -> None:
    text = "Choice\n\tSearch\n\t\tOne\n\tGoals\n\t\tTwo\n\t\t\tmore\n\tThree\nWonder\n\tFour"
    assert cells(text, "outline") == [
        ("st_b", "ln_a", "One"),
        ("st_b", "ln_b", "Two\nmore"),
        ("st_b", "ln_a", "Three"),
    ]
    assert made(text, "outline").left_out == ("Wonder",)


def test_where_the_lane_holds_no_cards_it_stays_so_that_people_are_told() -> None:
    assert cells("One", "lines", at=PasteAt("st_a", "ln_e")) == [("st_a", "ln_e", "One")]


@given(st.lists(st.lists(st.sampled_from(["", "Need", "Search", "Goals", "a", "b\nc"]), max_size=6), max_size=6),
       st.booleans(), st.sampled_from(["\t", "indent"]))  # fmt: skip
def test_no_text_is_lost_without_a_word(table: list[list[str]], adds: bool, how: str) -> None:
    if how == "indent":
        text = "\n".join("\t" * min(len(row), 3) + (row[-1] if row else "x").replace("\n", " ") for row in table)
    else:
        text = "\n".join("\t".join(f'"{cell}"' for cell in row) for row in table)
    if not text.replace('"', "").strip():
        return
    pasted = read_pasted(text)
    for reading in READINGS[pasted.kind]:
        found = plan(pasted, MAP, AT, reading, adds=adds)
        words = sum(text.text.count(cell) for text in found.texts for cell in ("a", "c"))
        asked = sum(cell.count(one) for row in pasted.rows for cell in row.cells for one in ("a", "c"))
        if reading not in ("named", "outline"):
            assert words == asked
            assert found.lost == 0
        elif adds:
            assert found.lost == 0
        assert all(each.step and each.lane for each in found.texts)
