"""Edits of links."""

from __future__ import annotations

from typing import Any

import pytest

from cjeditor.model import rules
from cjeditor.model.edits import links
from tests.builders import MAP, small_project
from tests.model.refusing import refusal

BEFORE = small_project()


def test_adds_sets_and_deletes() -> None:
    after = links.add_link(BEFORE, MAP, link_id="lk_x", source="tp_c", target="nt_a", label="so", hand_off="seamless")
    assert rules.problems(after) == []
    after = links.set_link(after, MAP, "lk_x", target="tp_a", hand_off="")
    assert (after.maps[0].links[-1].target, after.maps[0].links[-1].label) == ("tp_a", "so")
    assert rules.problems(after) == []
    assert links.set_link(after, MAP, "lk_x", label="so") is after
    after = links.delete_links(after, MAP, ["lk_x", "lk_a"])
    assert [link.id for link in after.maps[0].links] == ["lk_b"]
    assert links.delete_links(after, MAP, []) is after


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"link_id": "lk_a"}, "id-taken"),
        ({"link_id": "tp_x"}, "wrong-prefix"),
        ({"source": "tp_x"}, "unknown-id"),
        ({"target": "ph_a"}, "unknown-id"),
        ({"target": "tp_b"}, "link-to-itself"),
        ({"source": "tp_a", "target": "tp_c"}, "link-twice"),
        ({"hand_off": "lost"}, "field-refused"),
    ],
)
def test_refuses_a_link_that_would_break_a_rule(fields: dict[str, Any], code: str) -> None:
    named = {"link_id": "lk_x", "source": "tp_b", "target": "tp_c", **fields}
    assert refusal(links.add_link, BEFORE, MAP, **named).code == code


def test_the_way_back_is_another_link() -> None:
    assert rules.problems(links.add_link(BEFORE, MAP, link_id="lk_x", source="tp_c", target="tp_a")) == []


def test_refuses_changes_that_would_break_a_rule() -> None:
    assert refusal(links.set_link, BEFORE, MAP, "lk_b", source="tp_d").code == "link-to-itself"
    assert refusal(links.set_link, BEFORE, MAP, "lk_b", source="tp_a", target="tp_c").code == "link-twice"
    assert refusal(links.set_link, BEFORE, MAP, "lk_b", target="tp_x").code == "unknown-id"
    assert refusal(links.set_link, BEFORE, MAP, "lk_b", id="lk_x").code == "field-fixed"
    assert refusal(links.set_link, BEFORE, MAP, "lk_x", label="").code == "unknown-id"
    assert refusal(links.delete_links, BEFORE, MAP, ["lk_a", "lk_x"]).code == "unknown-id"
