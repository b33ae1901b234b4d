"""What a persona is used by: said before it is deleted."""

from __future__ import annotations

from cjeditor.model.lookup import cards
from cjeditor.model.project import Project
from cjeditor.texts import Texts


def usage_of(project: Project, persona_id: str, words: Texts) -> str:
    """Return where the persona stands, as sentences; empty where nothing names it."""
    leads = sum(1 for each in project.maps if each.lead_persona == persona_id)
    laid_over = sum(1 for each in project.maps if persona_id in each.overlaid_personas)
    on_cards = sum(1 for each in project.maps for card in cards(each) if card.persona == persona_id)
    said = []
    if leads:
        said.append(words.tn("It is the lead persona of {n} map.", "It is the lead persona of {n} maps.", leads))
    if laid_over:
        said.append(words.tn("It is laid over {n} map.", "It is laid over {n} maps.", laid_over))
    if on_cards:
        said.append(words.tn("{n} card names it.", "{n} cards name it.", on_cards))
    return " ".join(said)
