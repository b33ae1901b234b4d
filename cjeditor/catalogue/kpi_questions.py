"""Figures about loyalty that a CRM and web analytics can answer, ready to be added as KPIs."""

from __future__ import annotations

from functools import cache
from typing import Literal

from cjeditor.catalogue.entries import CatalogueKey, Entry, Wordings, read


class KpiQuestion(Entry):
    """A question that a figure answers.

    Attributes:
        key: what it is known by.
        name: what the KPI is called.
        question: what one asks the CRM or the analytics.
        unit: of the figure.
        better: which way it should go.
    """

    key: CatalogueKey
    name: Wordings
    question: Wordings
    unit: Wordings
    better: Literal["", "higher", "lower"] = ""


class _File(Entry):
    kpi_questions: tuple[KpiQuestion, ...]


@cache
def kpi_questions() -> tuple[KpiQuestion, ...]:
    """Return the questions in the order of a menu; raises `CatalogueBroken`."""
    return read("kpi_questions.json", _File).kpi_questions
