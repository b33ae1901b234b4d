"""What the pointer is told when it waits over something that shows less than there is."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from cjeditor.analysis.ratings import figures, in_words
from cjeditor.catalogue import terms
from cjeditor.catalogue.terms import mode
from cjeditor.layout.channels import way_in_words
from cjeditor.layout.draw_actions import actions_said
from cjeditor.layout.draw_metric import target_line
from cjeditor.layout.funnel_lane import row_said
from cjeditor.layout.other_curves import feelings_said
from cjeditor.layout.primitives import Text
from cjeditor.model.cards import Touchpoint

if TYPE_CHECKING:
    from cjeditor.canvas.hits import Hit
    from cjeditor.layout.arrangement import Arrangement, CardBox
    from cjeditor.model.cards import Card
    from cjeditor.texts import Texts

_LONGEST = 1_500


def tip_for(arrangement: Arrangement, hit: Hit, words: Texts) -> str:
    """Return the text for what was hit, as markup in which nothing of the map's own text can be markup; or nothing."""
    return as_tip(_text(arrangement, hit, words))


def as_tip(text: str) -> str:
    """Return `text`, shortened where it is very long, as markup that shows it as it stands."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rstrip() + "…"
    # Qt takes every tool tip for rich text that looks like it; as real markup it says what is meant.
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def _text(arrangement: Arrangement, hit: Hit, words: Texts) -> str:
    if hit.kind in ("card", "point", "feeling"):
        box = arrangement.cards.get(hit.id)
        if box is None:
            return ""
        if hit.kind != "card":
            felt = (text_of(box.record, words), _of_all(arrangement, hit.id, words), _feeling(box.record, words))
            return "\n".join(part for part in felt if part)
        said = text_of(box.record, words) if _is_cut(box) else ""
        return "\n".join(part for part in (said, actions_said(box.look.acting, words)) if part)
    if hit.kind == "chip":
        return _chip_text(arrangement, hit, words)
    if hit.kind == "link":
        link = arrangement.links.get(hit.id)
        hand_off = "" if link is None or not link.link.hand_off else terms.hand_off(link.link.hand_off, words)
        return "" if link is None else "\n".join(part for part in (link.link.label, hand_off) if part)
    if hit.kind == "phase":
        phase = next((box.phase for box in arrangement.phases if box.phase.id == hit.id), None)
        return "" if phase is None else "\n".join(part for part in (phase.name, phase.description) if part)
    if hit.kind == "step":
        column = arrangement.column_of(hit.id)
        return "" if column is None else column.step.name
    if hit.kind == "lane":
        return _lane_text(arrangement, hit.id)
    return ""


def _of_all(arrangement: Arrangement, touchpoint: str, words: Texts) -> str:
    """Return what each persona feels at a touchpoint, where several have a curve."""
    whose = next((box.curves for box in arrangement.lanes if box.curves), ())
    points = (point for curve in arrangement.curves for point in curve.points if point.touchpoint == touchpoint)
    point = next(points, None)
    return "" if point is None else "\n".join(feelings_said(point, whose, words))


def _lane_text(arrangement: Arrangement, lane_id: str) -> str:
    """Return a lane's name and question, and what a lane that holds no cards shows as a whole."""
    lane = arrangement.lane_of(lane_id)
    if lane is None:
        return ""
    route = arrangement.route_of(lane_id)
    way = "" if route is None else way_in_words(route)
    if lane in arrangement.funnel_lanes:
        way = row_said(arrangement.funnel)
    return "\n".join(part for part in (lane.lane.name, lane.lane.question, way) if part)


def _feeling(record: Card, words: Texts) -> str:
    """Return what a point of the curve stands for: the emotion that was set, and what the ratings say."""
    if not isinstance(record, Touchpoint):
        return ""
    found = figures(record.ratings)
    lines = [] if record.emotion is None else [words.t("Emotion: {value}", value=words.signed(record.emotion))]
    if found is not None:
        lines.append(in_words(found, words))
        if record.emotion is None:
            lines.append(words.t("No emotion is set: the curve goes through the median."))
    return "\n".join(lines)


def text_of(record: Card, words: Texts) -> str:
    """Return all that a card says."""
    if isinstance(record, Touchpoint):
        return record.title
    if record.kind != "metric":
        return record.text
    actual = "" if record.actual is None else words.figure(record.actual, record.unit)
    return "\n".join(part for part in (actual, record.text, target_line(record, words)) if part)


def _chip_text(arrangement: Arrangement, hit: Hit, words: Texts) -> str:
    """Return a channel with its mode, and the touchpoints that a step has in it."""
    route = None if hit.spot is None else arrangement.route_of(hit.spot.lane)
    chip = None if route is None or hit.spot is None else route.chip_of(hit.spot.step, hit.id)
    if chip is None:
        return ""
    lines = [f"{chip.channel.name} · {mode(chip.channel.mode, words)}"]
    for one in chip.touchpoints:
        box = arrangement.cards.get(one)
        if box is None:  # its lane is collapsed
            continue
        record = box.record
        title = record.title if isinstance(record, Touchpoint) else ""
        lines.append(f"{record.number} {title}".rstrip())
    return "\n".join(lines)


def _is_cut(box: CardBox) -> bool:
    """Return whether the card ends in an ellipsis that its text does not have."""
    text = box.record.title if isinstance(box.record, Touchpoint) else box.record.text
    shown = [shape.text for shape in box.look.primitives if isinstance(shape, Text)]
    return any(line.endswith("…") for line in shown) and not text.endswith("…")
