"""Chains of the trace and their gaps."""

from __future__ import annotations

import itertools

from cjeditor.analysis.tracing import LINKS, Chain, Following, actions_for, chains
from cjeditor.model.cards import Kpi
from cjeditor.model.edits import actions, cards
from cjeditor.model.edits.copies import duplicate_map
from cjeditor.model.lookup import find_card, map_of
from cjeditor.model.project import Project
from tests.builders import MAP, small_project

NOTES = (
    ("nt_p", "pain_point", None),
    ("nt_h", "how_might_we", "nt_p"),
    ("nt_o", "opportunity", "nt_h"),
)


def _project(*notes: tuple[str, str, str | None]) -> Project:
    project = actions.delete_actions(cards.delete_cards(small_project(), MAP, ["nt_c"]), ["ac_a"])
    for note_id, kind, source in notes:
        project = cards.add_note(
            project, MAP, id=note_id, step="st_c", lane="ln_d", kind=kind, comes_from=source, text=note_id
        )
    return project


def _said(chain: Chain) -> str:
    parts = [getattr(chain, each) for each in LINKS[:-1]]
    return " ".join("–" if each is None else each.id for each in parts) + (" kpi" if chain.has("kpi") else "")


def _measured(project: Project, kpi: Kpi) -> Project:
    return cards.set_touchpoint(project, MAP, ["tp_c"], kpis=(kpi,))


def _all(project: Project) -> list[str]:
    return [_said(each) for each in chains(project)]


def test_a_whole_chain_has_no_gap() -> None:
    project = actions.add_action(_project(*NOTES), action_id="ac_x", title="Do", cards=("nt_o",))
    assert _all(project) == ["nt_p nt_h nt_o ac_x –"]
    assert chains(project)[0].gaps == ("touchpoint", "kpi")
    project = actions.set_actions(project, ["ac_x"], touchpoints=("tp_c",))
    assert chains(project)[0].gaps == ("kpi",)
    project = _measured(project, Kpi(id="kp_x", name=" "))
    assert chains(project)[0].gaps == ("kpi",), "a figure without a name is none"
    project = _measured(project, Kpi(id="kp_y", name="Hours"))
    assert chains(project)[0].gaps == ()
    assert chains(project)[0].map == MAP


def test_each_way_is_a_chain_and_skipped_parts_are_gaps() -> None:
    project = _project(*NOTES, ("nt_q", "opportunity", "nt_p"))
    project = actions.add_action(project, action_id="ac_x", title="Do", cards=("nt_p",), touchpoints=("tp_c", "tp_d"))
    assert _all(project) == [
        "nt_p nt_h nt_o – –",
        "nt_p – nt_q – –",
        "nt_p – – ac_x tp_c",
        "nt_p – – ac_x tp_d kpi",
    ]
    assert chains(project)[3].gaps == ("how_might_we", "opportunity")


def test_an_action_follows_from_the_last_card_that_it_names() -> None:
    project = actions.add_action(_project(*NOTES), action_id="ac_x", title="Do", cards=("nt_p", "nt_o"))
    assert _all(project) == ["nt_p nt_h nt_o ac_x –"]


def test_chains_begin_where_nothing_comes_before() -> None:
    project = _project(("nt_h", "how_might_we", "nt_gone"), ("nt_o", "opportunity", "nt_a"))
    assert _all(project) == ["– nt_h – – –", "– – nt_o – –"]
    project = actions.add_action(project, action_id="ac_x", title="For a touchpoint", cards=("tp_a",))
    project = actions.add_action(project, action_id="ac_y", title="For nothing")
    assert _all(project)[2:] == ["– – – ac_x –", "– – – ac_y –"]
    assert [each.map for each in chains(project)[2:]] == [MAP, ""]


def test_rings_and_dropped_actions_lead_nowhere() -> None:
    project = _project(
        ("nt_p", "pain_point", "nt_h"), ("nt_h", "how_might_we", "nt_p"), ("nt_s", "opportunity", "nt_s")
    )
    project = actions.add_action(project, action_id="ac_x", title="No", cards=("nt_h",), status="dropped")
    assert _all(project) == ["nt_p nt_h – – –", "– – nt_s – –"]


def test_actions_for_a_card_count_those_for_what_was_made_from_it() -> None:
    project = actions.add_action(_project(*NOTES), action_id="ac_x", title="Do", cards=("nt_o",))
    project = actions.add_action(project, action_id="ac_y", title="No", cards=("nt_p",), status="dropped")
    for note_id, expected in (("nt_p", ["ac_x"]), ("nt_o", ["ac_x"]), ("nt_a", [])):
        card = find_card(map_of(project, MAP), note_id)
        assert card is not None
        assert [each.id for each in actions_for(project, card)] == expected
    empty = actions.delete_actions(small_project(), ["ac_a"])
    assert [_said(each) for each in chains(empty)] == ["nt_c – – – –"]


def test_a_copy_goes_on_as_its_original_does() -> None:
    project = actions.add_action(_project(*NOTES[:2]), action_id="ac_x", title="Do", cards=("nt_p",))
    counter = itertools.count()
    project = duplicate_map(
        project, MAP, new_map_id="map_x", new_ids=lambda prefix: f"{prefix}_x{next(counter)}", title="", state="future"
    )
    copy = {each.origin: each for each in map_of(project, "map_x").notes}
    project = cards.add_note(
        project, MAP, id="nt_o", step="st_c", lane="ln_d", kind="opportunity", comes_from="nt_p", text="Later"
    )
    there = [_said(each) for each in chains(project) if each.map == "map_x"]
    pain, question = copy["nt_p"], copy["nt_h"]
    assert there == [f"{pain.id} {question.id} – – –", f"{pain.id} – nt_o – –", f"{pain.id} – – ac_x –"]
    assert [each.id for each in actions_for(project, pain)] == ["ac_x"]
    assert Following(project).after(question.id) == ["nt_h"]
