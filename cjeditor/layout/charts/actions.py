"""Who has what to do: open actions by owner as bars, and all actions as the table beside them."""

from __future__ import annotations

from collections.abc import Iterable

from cjeditor.analysis.effort_value import OVER, Load, is_overdue, loads
from cjeditor.catalogue import action_terms
from cjeditor.layout.charts.bars import Bar, bars
from cjeditor.layout.charts.chart import Chart, ChartTable, Drawn, Subject
from cjeditor.model.lookup import cards, ordered
from cjeditor.model.project import Action, Project
from cjeditor.texts import N_, Texts

_NOTHING = N_("There are no actions yet. Select cards and add an action for them in the pane of actions.")
_LATEST = "9999"


def drawn(subject: Subject, width: float) -> Drawn:
    """The bars and what they say; without actions only how to come to some."""
    project, words, today = subject.project, subject.words, subject.today
    if not project.actions:
        return Drawn((words.t(_NOTHING),))
    found = loads(project.actions, today)
    rows = [_bar(each, words) for each in found]
    made = bars(rows, 0, 0, width, words.language)
    return Drawn(sentences(subject), (Chart(width, made.height, made.shapes, made.spots, _table(subject)),))


def sentences(subject: Subject) -> tuple[str, ...]:
    """How many actions are left, what is late, and what lacks an owner or a day."""
    words, actions = subject.words, subject.project.actions
    left = [each for each in actions if each.status not in OVER]
    said = [
        words.tn(
            "{n} of {all} actions is still to do.", "{n} of {all} actions are still to do.", len(left), all=len(actions)
        )
    ]
    late = [each for each in left if is_overdue(each, subject.today)]
    if late:
        names = ", ".join(words.quoted(_line(each.title)) for each in late)
        said.append(words.t("Overdue: {actions}.", actions=names))
    nobody = sum(not each.owner.strip() for each in left)
    if nobody:
        said.append(words.tn("{n} action has no owner.", "{n} actions have no owner.", nobody))
    never = sum(not each.due for each in left)
    if never:
        said.append(words.tn("{n} action has no due date.", "{n} actions have no due date.", never))
    return tuple(said)


def numbers_of(project: Project, here: str, ids: Iterable[str]) -> str:
    """The numbers of cards, those of other maps than `here` behind the title of their map."""
    found: list[str] = []
    wanted = set(ids)
    for each in ordered(project.maps):
        some = sorted(card.number for card in cards(each) if card.id in wanted)
        if some:
            listed = ", ".join(map(str, some))
            found.append(listed if each.id == here else f"{_line(each.title)}: {listed}")
    return " · ".join(found)


def due_of(action: Action, today: str, words: Texts) -> str:
    """When an action is due, and that it is overdue where it is."""
    if not action.due:
        return "–"
    day = words.day(action.due)
    return words.t("{day} · overdue", day=day) if is_overdue(action, today) else day


def _bar(load: Load, words: Texts) -> Bar:
    name = load.owner or words.t("Without owner")
    late = words.t("{n} overdue", n=words.number(load.overdue))
    count = words.number(load.open)
    tip = f"{name}: {words.tn('{n} open action', '{n} open actions', load.open)}"
    return Bar(
        name,
        float(load.open),
        f"{count} · {late}" if load.overdue else count,
        f"{tip}, {late}" if load.overdue else tip,
        pattern="rising" if load.overdue else "solid",
        colour="warning" if load.overdue else "edge.goal",
    )


def _table(subject: Subject) -> ChartTable:
    words, project = subject.words, subject.project
    head = (
        words.t("Action"),
        words.t("For cards"),
        words.t("Owner"),
        words.t("Status"),
        words.t("Due"),
        words.t("Brings"),
    )
    mix = project.settings.mix_model
    rows = [
        (
            _line(each.title),
            numbers_of(project, subject.journey.id, each.cards) or "–",
            _line(each.owner) or "–",
            words.t(action_terms.STATUSES[each.status]),
            due_of(each, subject.today, words),
            ", ".join(
                (
                    *(words.t(action_terms.EFFECTS[one]) for one in each.effects),
                    *([action_terms.mix_part(each.mix, words)] if mix and each.mix else ()),
                )
            )
            or "–",
        )
        for each in sorted(project.actions, key=_by_owner)
    ]
    return ChartTable(words.t("Open actions by owner"), head, tuple(rows))


def _by_owner(each: Action) -> tuple[bool, str, str, str]:
    return not each.owner.strip(), _line(each.owner).casefold(), each.due or _LATEST, each.id


def _line(text: str) -> str:
    return " ".join(text.split())
