"""The actions of a project in words: what their table says of them."""

from __future__ import annotations

from collections.abc import Iterable

from cjeditor.analysis.effort_value import is_overdue
from cjeditor.catalogue import action_terms
from cjeditor.model.cards import Card, Touchpoint
from cjeditor.model.lookup import cards, ordered
from cjeditor.model.project import Action, Project
from cjeditor.texts import Texts
from cjeditor.window.plain import one_line, shortened

_LONGEST = 400
"""Characters: what is shown of a text on one line."""

_TITLE = 12
"""Characters of a map's title before the numbers of its cards: the column is no wider."""


class ActionReading:
    """One state of the actions, with the names of what they refer to. Made anew for every state."""

    def __init__(self, project: Project, map_id: str, words: Texts, today: str) -> None:
        """Read.

        Args:
            project: holds the actions.
            map_id: the map on screen: numbers of its cards stand alone, others with the title of their map.
            words: the language of the window.
            today: `YYYY-MM-DD`, tells what is overdue.
        """
        self.project = project
        self.words = words
        self.today = today
        self._map_id = map_id
        self._homes: dict[str, tuple[str, Card]] = {
            card.id: (journey_map.id, card) for journey_map in ordered(project.maps) for card in cards(journey_map)
        }
        self._titles = {each.id: line(each.title) or words.t("Untitled") for each in project.maps}

    def action(self, action_id: str) -> Action | None:
        """Return the action of that id."""
        return next((each for each in self.project.actions if each.id == action_id), None)

    def home(self, card_id: str) -> str:
        """Return the id of the map on which a card lies; empty for none."""
        return self._homes[card_id][0] if card_id in self._homes else ""

    def numbers(self, ids: Iterable[str]) -> str:
        """Return the numbers of cards: "4, 12", those of other maps behind the beginning of the title."""
        by_map: dict[str, list[int]] = {}
        for one in ids:
            if one in self._homes:
                home, card = self._homes[one]
                by_map.setdefault(home, []).append(card.number)
        here = by_map.pop(self._map_id, [])
        found = [_listed(here)] if here else []
        found += [f"{shortened(self._titles[home], _TITLE)}: {_listed(some)}" for home, some in by_map.items()]
        return " · ".join(found)

    def card(self, card_id: str) -> str:
        """Return a card's number and text on one line, behind the title of its map where that is another."""
        if card_id not in self._homes:
            return ""
        home, card = self._homes[card_id]
        text = line(card.title if isinstance(card, Touchpoint) else card.text) or self.words.t("Untitled")
        return f"{card.number} {text}" if home == self._map_id else f"{self._titles[home]}: {card.number} {text}"

    def due(self, action: Action) -> str:
        """Return when it is due, and that it is overdue where it is."""
        if not action.due:
            return ""
        day = self.words.day(action.due)
        return self.words.t("{day} · overdue", day=day) if self.is_overdue(action) else day

    def is_overdue(self, action: Action) -> bool:
        """Whether it should have been done before today."""
        return is_overdue(action, self.today)

    def status(self, action: Action) -> str:
        """Return its state."""
        return self.words.t(action_terms.STATUSES[action.status])

    def effects(self, action: Action) -> str:
        """Return what it is to bring."""
        return ", ".join(self.words.t(action_terms.EFFECTS[each]) for each in action.effects)

    def mix(self, action: Action) -> str:
        """Return the part of the marketing mix that it serves, where the project uses a model of it."""
        return action_terms.mix_part(action.mix, self.words) if self.project.settings.mix_model else ""

    def owners(self) -> list[str]:
        """Return all owners by name, in the spelling of the first action that has each."""
        found: dict[str, str] = {}
        for each in self.project.actions:
            if line(each.owner):
                found.setdefault(line(each.owner).casefold(), line(each.owner))
        return [found[key] for key in sorted(found)]


def line(text: str) -> str:
    """Return a text on one line, not longer than anybody sees."""
    return " ".join(one_line(text).split())[:_LONGEST]


def _listed(numbers: list[int]) -> str:
    return ", ".join(str(each) for each in sorted(numbers))
