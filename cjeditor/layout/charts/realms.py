"""The experience realms of a map: four fields with the touchpoints in them, and a grid of phases."""

from __future__ import annotations

from cjeditor.analysis.realms import REALMS, MapRealms, PhaseRealms, realms_of
from cjeditor.catalogue import terms
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Spot, Subject
from cjeditor.layout.charts.chips import chips, named
from cjeditor.layout.charts.grid import Cell, Row, grid
from cjeditor.layout.charts.lettering import BODY, BODY_LINE, SMALL, SMALL_LINE, label
from cjeditor.layout.measure import text_width
from cjeditor.layout.primitives import Primitive, Rect
from cjeditor.model.fields import Realm
from cjeditor.model.journey_map import Phase
from cjeditor.texts import N_, Texts

_NOTHING = N_(
    "No touchpoint is tagged with a realm of experience yet. Select touchpoints and tick realms in the properties."
)
_GAP = 6.0
_PADDING = 10.0
_LEAST_FIELD = 84.0


def drawn(subject: Subject, width: float) -> Drawn:
    """The two charts and what they say; without a tagged touchpoint only how to tag one."""
    words = subject.words
    found = realms_of(subject.journey)
    if not found.tagged:
        return Drawn((words.t(_NOTHING),))
    return Drawn(sentences(found, words), (_fields(found, width, words), _phases(found, width, words)))


def sentences(found: MapRealms, words: Texts) -> tuple[str, ...]:
    """What is missing, said in words."""
    said = []
    if found.missing:
        names = ", ".join(terms.realm(realm, words) for realm in found.missing)
        said.append(words.t("Missing on the whole map: {realms}.", realms=names))
    else:
        said.append(words.t("The map meets all four realms."))
    complete = [one for one in found.phases if one.touchpoints and not one.missing]
    if complete:
        names = ", ".join(_name(one.phase, words) for one in complete)
        said.append(words.t("All four come together in: {phases}.", phases=names))
    else:
        said.append(words.t("In no phase do all four come together, which makes an experience richest."))
    empty = [one for one in found.phases if one.touchpoints and len(one.missing) == len(REALMS)]
    if empty:
        names = ", ".join(_name(one.phase, words) for one in empty)
        said.append(words.t("No realm is met in: {phases}.", phases=names))
    untagged = found.touchpoints - found.tagged
    if untagged:
        said.append(
            words.tn(
                "{n} of {all} touchpoints is not tagged.",
                "{n} of {all} touchpoints are not tagged.",
                untagged,
                all=found.touchpoints,
            )
        )
    return tuple(said)


def _name(phase: Phase, words: Texts) -> str:
    return " ".join(phase.name.split()) or words.t("Unnamed phase")


def _fields(found: MapRealms, width: float, words: Texts) -> Chart:
    """Passive at the left and active at the right; absorption above, immersion below."""
    sides = (words.t("Absorption"), words.t("Immersion"))
    left = max(text_width(side, "semibold", SMALL) for side in sides) + _PADDING
    field = (width - left - _GAP) / 2
    shapes: list[Primitive] = []
    spots: list[Spot] = []
    for at, head in enumerate((words.t("Passive participation"), words.t("Active participation"))):
        x = left + at * (field + _GAP)
        shapes.append(label(head, x + field / 2, 0, face="semibold", colour="secondary", align="middle", room=field))
    y = SMALL_LINE + 4
    whole = True
    for down, side in enumerate(sides):
        pair = REALMS[2 * down : 2 * down + 2]
        made = [chips(found.cards[realm], 0, 0, field - 2 * _PADDING, words) for realm in pair]
        filled = [each.height for each in made]
        whole = whole and all(each.whole for each in made)
        height = max(_LEAST_FIELD, BODY_LINE + SMALL_LINE + 3 * _PADDING + max(filled))
        shapes.append(label(side, 0, y + height / 2 - SMALL_LINE / 2, face="semibold", colour="secondary"))
        for across, realm in enumerate(pair):
            x = left + across * (field + _GAP)
            inside = _field(found, realm, x, y, field, height, words)
            shapes += inside[0]
            spots += inside[1]
        y += height + _GAP
    table = ChartTable(
        words.t("Realms of experience"),
        (words.t("Realm"), words.t("Touchpoints"), words.t("Which")),
        tuple(
            (
                terms.realm(realm, words),
                words.number(len(found.cards[realm])),
                ", ".join(named(card, words) for card in found.cards[realm]) or words.t("none of them"),
            )
            for realm in REALMS
        ),
        numbers=(1,),
    )
    return Chart(width, y - _GAP, tuple(shapes), tuple(spots), table, tells_all=whole)


def _field(
    found: MapRealms, realm: Realm, x: float, y: float, width: float, height: float, words: Texts
) -> tuple[list[Primitive], list[Spot]]:
    """One field: its name, how many touchpoints it has, and a chip of each."""
    cards = found.cards[realm]
    said = words.tn("{n} touchpoint", "{n} touchpoints", len(cards)) if cards else words.t("Nothing here yet")
    dash = () if cards else (4.0, 3.0)
    room = width - 2 * _PADDING
    inside = chips(cards, x + _PADDING, y + BODY_LINE + SMALL_LINE + 2 * _PADDING, room, words)
    shapes: list[Primitive] = [
        Rect(x, y, width, height, fill="canvas", stroke="rule.strong", radius=7, dash=dash),
        label(
            terms.realm(realm, words), x + _PADDING, y + _PADDING / 2, face="bold", size=BODY, line=BODY_LINE, room=room
        ),
        label(said, x + _PADDING, y + _PADDING / 2 + BODY_LINE, colour="secondary" if cards else "warning", room=room),
        *inside.shapes,
    ]
    return shapes, list(inside.spots)


def _phases(found: MapRealms, width: float, words: Texts) -> Chart:
    """A row for each phase, a column for each realm; a frame where a phase with touchpoints misses a realm."""
    heads = [terms.realm(realm, words) for realm in REALMS]
    rows = [
        Row(
            f"{number} {_name(one.phase, words)}",
            [_cell(one, realm, words) for realm in REALMS],
            one.phase.id,
            f"band:{one.phase.colour}",
        )
        for number, one in enumerate(found.phases, start=1)
    ]
    made = grid(heads, rows, 0, 0, width, words.language)
    table = ChartTable(
        words.t("Realms by phase"),
        (words.t("Phase"), *heads, words.t("Touchpoints")),
        tuple(
            (row.name, *(words.number(one.counts[realm]) for realm in REALMS), words.number(one.touchpoints))
            for row, one in zip(rows, found.phases, strict=True)
        ),
        numbers=(1, 2, 3, 4, 5),
    )
    return Chart(width, made.height, made.shapes, made.spots, table, tells_all=True)


def _cell(one: PhaseRealms, realm: Realm, words: Texts) -> Cell:
    count = one.counts[realm]
    tip = words.tn(
        "{phase}, {realm}: {n} of {all} touchpoints",
        "{phase}, {realm}: {n} of {all} touchpoints",
        count,
        phase=_name(one.phase, words),
        realm=terms.realm(realm, words),
        all=one.touchpoints,
    )
    return Cell(words.number(count) if count else "–", count / max(1, one.touchpoints), tip)
