"""Turns what the journey check found into words for its pane, the command line and paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cjeditor.analysis.check.found import Finding, Value
from cjeditor.catalogue import terms
from cjeditor.catalogue.concepts import concepts_of
from cjeditor.catalogue.drop_off_reasons import reason_name
from cjeditor.catalogue.note_kinds import note_kind
from cjeditor.model.cards import Touchpoint
from cjeditor.model.fields import Span
from cjeditor.model.lookup import find_card, ordered
from cjeditor.model.project import Project
from cjeditor.model.table import find
from cjeditor.phrases.checks import CHECKS
from cjeditor.phrases.places import RECORDS
from cjeditor.texts import Texts
from cjeditor.wording import plain

LONGEST_NAME: Final = 80
_MOST_NAMED: Final = 3
_CARDS: Final = ("target", "other")
_SIGNED: Final = ("low", "high")
_SHARES: Final = ("share", "below")


class FindingWords:
    """Words findings of one project."""

    def __init__(self, project: Project, words: Texts, longest: int = LONGEST_NAME) -> None:
        """Word them.

        Args:
            project: in which they were found.
            words: the language.
            longest: letters of a card's text that are repeated.
        """
        self._project = project
        self._words = words
        self._longest = longest
        self._actions = {each.id: each.title for each in project.actions}
        self._maps = {each.id: each for each in project.maps}

    def title(self, rule: str) -> str:
        """Return what a rule is called."""
        return self._words.t(CHECKS[rule].title)

    def why(self, rule: str) -> str:
        """Return why a rule matters."""
        return self._words.t(CHECKS[rule].why)

    def sentence(self, finding: Finding) -> str:
        """Return what was found, without final full stop."""
        return self._filled(CHECKS[finding.rule].says[finding.found.variant], finding)

    def fix(self, finding: Finding) -> str:
        """Return what mending it is called; empty where it cannot be mended here."""
        return self._filled(CHECKS[finding.rule].fix, finding) if finding.found.is_mendable else ""

    def place(self, finding: Finding) -> str:
        """Return what it is about: ``Pain point 12 “Nobody writes”``, ``Phase “Need”``, ``Map “A first home”``."""
        words, about = self._words, finding.found.about
        if about in self._maps:
            return self._named(words.t(RECORDS["map"]), self._maps[about].title)
        if about in self._actions:
            return self._named(words.t(RECORDS["ac"]), self._actions[about])
        phase = find(self._maps[finding.map_id].phases, about)
        if phase is not None:
            return self._named(words.t(RECORDS["ph"]), phase.name)
        return self.card(finding.map_id, about)

    def phase(self, finding: Finding) -> str:
        """Return the name of the phase where it lies; empty where it lies in none."""
        phase = find(self._maps[finding.map_id].phases, finding.phase)
        return "" if phase is None else plain(phase.name, self._longest) or self._words.t("without a name")

    def phases(self, some: Iterable[Finding]) -> list[str]:
        """Return the ids of all phases of the maps where these were found, from left to right."""
        maps = dict.fromkeys(each.map_id for each in some)
        return [phase.id for one in maps for phase in ordered(self._maps[one].phases)]

    def card(self, map_id: str, card_id: str) -> str:
        """Return what a card of a map is called: its kind, number and text."""
        card = find_card(self._maps[map_id], card_id)
        if card is None:
            return ""
        if isinstance(card, Touchpoint):
            kind, text = self._words.t(RECORDS["tp"]), card.title
        else:
            kind, text = note_kind(card.kind).name.in_language(self._words.language), card.text
        return self._named(f"{kind} {card.number}", text)

    def _named(self, kind: str, name: str) -> str:
        name = plain(name.strip(), self._longest)
        return f"{kind} {self._words.quoted(name)}" if name else kind

    def _filled(self, pattern: str, finding: Finding) -> str:
        params = finding.found.params
        shown = {name: self._value(name, value, finding) for name, value in params.items()}
        return self._words.t(pattern, **shown) if params else self._words.t(pattern)

    def _value(self, name: str, value: Value, finding: Finding) -> str:
        words = self._words
        if isinstance(value, Span):
            return words.span(value)
        if isinstance(value, tuple):
            return self._listed(name, value)
        if isinstance(value, int | float):
            if name in _SIGNED:
                return words.signed(value)
            return words.percent(round(value)) if name in _SHARES else words.number(value)
        if name in _CARDS:
            return self.card(finding.map_id, value)
        return self._text(name, value, finding)

    def _text(self, name: str, value: str, finding: Finding) -> str:
        words = self._words
        if name == "reason":
            said = str(finding.found.params.get("title", "")) or (reason_name(value, words.language) if value else "")
            return plain(said, self._longest) or words.t("without a name")
        if name == "obstacle":
            found = (each for each in concepts_of("obstacle") if each.key == value)
            return next((each.name.in_language(words.language).casefold() for each in found), plain(value))
        if name == "channel":
            channel = find(self._project.channels, value)
            return plain(channel.name, self._longest) if channel is not None else plain(value)
        return plain(value.strip(), self._longest) or words.t("without a name")

    def _listed(self, name: str, values: tuple[str, ...]) -> str:
        if name == "realms":
            shown = [terms.realm(each, self._words) for each in terms.REALMS if each in values]
        else:
            shown = [self._words.quoted(plain(each, self._longest)) for each in values[:_MOST_NAMED]]
        return ", ".join(shown) + (" …" if name != "realms" and len(values) > _MOST_NAMED else "")
