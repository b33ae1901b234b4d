"""What the last handout was asked to hold, for those who print without composing one."""

from __future__ import annotations

from pathlib import Path

from cjeditor.export.brand import Brand
from cjeditor.export.options import HandoutOptions
from cjeditor.model.fields import Language
from cjeditor.storage.brands import brands_in
from cjeditor.window.handout.choices import Choices, named_paper


def last_options(choices: Choices, brands: Path, date: str) -> HandoutOptions:
    """The wishes behind what was chosen last.

    Args:
        choices: as they are remembered.
        brands: the folder of the person's brands; one that is gone is left out.
        date: printed on every page.
    """
    brand = next((one for one in brands_in(brands) if one.name == choices.brand), None) if choices.brand else None
    languages: dict[str, Language] = {"en": "en", "de": "de"}
    return HandoutOptions(
        language=languages.get(choices.language),
        paper=named_paper(choices.paper) if choices.paper else None,
        landscape=choices.landscape,
        parts=choices.parts,
        date=date,
        audience=choices.audience,
        brand=None if brand is None else Brand(brand.logo, brand.primary, brand.accent, brand.footer),
    )
