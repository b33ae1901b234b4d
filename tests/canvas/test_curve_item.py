"""The curve in pieces: whatever is edited, they are those that a fresh cut would give."""

from __future__ import annotations

import random

from cjeditor import texts
from cjeditor.canvas.curve_item import PIECE_WIDTH, Piece, changed_pieces
from cjeditor.layout.arrange import arrange
from cjeditor.layout.arrangement import Curve
from cjeditor.layout.curve import draw_line
from cjeditor.layout.primitives import Cubic, Path
from cjeditor.model.edits.cards import add_touchpoint, delete_cards, set_emotion
from cjeditor.model.edits.moves import move_cards
from cjeditor.model.edits.steps import set_step
from cjeditor.model.lookup import ordered_steps
from cjeditor.model.project import Project
from tests.builders import MAP, big_project

WORDS = texts.of("en")


def cut(curve: Curve) -> dict[int, Piece]:
    return {number: piece for number, piece in changed_pieces(None, curve).items() if piece is not None}


def changed(project: Project, dice: random.Random, number: int) -> Project:
    touchpoint = dice.choice(project.maps[0].touchpoints).id
    step = dice.choice(ordered_steps(project.maps[0])).id
    match dice.randrange(5):
        case 0:
            return set_emotion(project, MAP, [touchpoint], dice.choice([None, -2, 0, 2]))
        case 1:
            return add_touchpoint(project, MAP, id=f"tp_new{number}", step=step, lane="ln_a", emotion=1)
        case 2:
            return delete_cards(project, MAP, [touchpoint])
        case 3:
            return move_cards(project, MAP, [touchpoint], step=step, lane="ln_a", index=0)
        case _:
            return set_step(project, MAP, step, min_width=dice.choice([120, 300]))


def test_following_edits_gives_the_same_pieces_as_cutting_afresh() -> None:
    dice = random.Random(7)  # noqa: S311 - not for secrets
    project = set_emotion(big_project(300), MAP, [f"tp_{n:06d}" for n in range(60, 160) if n % 3 != 2], None)
    before = arrange(project, MAP, WORDS)
    pieces = cut(before.curves[0])
    for number in range(80):
        project = changed(project, dice, number)
        after = arrange(project, MAP, WORDS, before)
        for key, piece in changed_pieces(before.curves[0], after.curves[0]).items():
            if piece is None:
                pieces.pop(key, None)
            else:
                pieces[key] = piece
        assert pieces == cut(after.curves[0])
        before = after


def test_the_pieces_draw_the_same_line_as_the_whole() -> None:
    curve = arrange(big_project(200), MAP, WORDS).curves[0]
    (whole,) = draw_line(curve)
    assert isinstance(whole, Path)
    lines = {segment for segment in whole.segments if isinstance(segment, Cubic)}
    for number, piece in cut(curve).items():
        (line,) = draw_line(piece.curve)
        assert isinstance(line, Path)
        inside = {
            segment
            for segment in line.segments
            if isinstance(segment, Cubic) and number * PIECE_WIDTH <= segment.x < (number + 1) * PIECE_WIDTH
        }
        assert inside
        assert inside <= lines


def test_one_changed_point_touches_few_pieces() -> None:
    project = big_project(2_000)
    before = arrange(project, MAP, WORDS)
    after = arrange(set_emotion(project, MAP, ["tp_000600"], 2), MAP, WORDS, before)
    assert len(cut(before.curves[0])) > 10
    assert 0 < len(changed_pieces(before.curves[0], after.curves[0])) <= 2
