from __future__ import annotations

import pytest

from cjeditor.model import rules
from cjeditor.model.edits.clipping import Clipping, copy_cards, paste
from cjeditor.model.edits.pictures import add_picture_notes, put_picture, put_portrait
from cjeditor.model.ids import new_id
from cjeditor.model.lookup import card, cell_cards, map_of
from cjeditor.model.problem import EditRefused
from tests.builders import MAP, small_project
from tests.pictures import illustrated, photo, sign


def test_each_picture_becomes_a_note_in_order_and_is_kept_once() -> None:
    ids = iter(["nt_1", "nt_2", "nt_3"])
    project, made = add_picture_notes(
        small_project(),
        MAP,
        [photo(), sign(), photo()],
        new_ids=lambda _prefix: next(ids),
        step="st_a",
        lane="ln_b",
        index=1,
    )
    assert made == ("nt_1", "nt_2", "nt_3")
    cell = cell_cards(map_of(project, MAP), "st_a", "ln_b")
    assert [each.id for each in cell] == ["nt_a", "nt_1", "nt_2", "nt_3", "nt_b"]
    assert [getattr(each, "kind", "") for each in cell[1:4]] == ["image"] * 3
    assert {asset.sha256 for asset in project.assets} == {photo().sha256, sign().sha256}
    assert not list(rules.each_problem(project))


def test_pictures_go_into_lanes_for_notes_only() -> None:
    with pytest.raises(EditRefused) as refused:
        add_picture_notes(small_project(), MAP, [photo()], new_ids=new_id, step="st_a", lane="ln_a")
    assert refused.value.problem.code == "wrong-lane"


def test_a_note_and_a_persona_take_another_picture() -> None:
    project = put_picture(illustrated(photo()), MAP, "nt_p0", sign())
    note = card(map_of(project, MAP), "nt_p0")
    assert getattr(note, "picture", None) == sign().sha256
    project = put_portrait(project, "ps_a", sign())
    assert project.personas[0].portrait == sign().sha256
    assert len(project.assets) == 2


def test_a_copied_picture_comes_along_into_another_project() -> None:
    clipping = Clipping.from_json(copy_cards(illustrated(photo()), MAP, ["nt_p0"]).to_json())
    project, (made,) = paste(small_project(), MAP, clipping, new_ids=new_id, step="st_a", lane="ln_b")
    assert getattr(card(map_of(project, MAP), made), "picture", None) == photo().sha256
    assert [asset.data for asset in project.assets] == [photo().data]
    assert not list(rules.each_problem(project))
