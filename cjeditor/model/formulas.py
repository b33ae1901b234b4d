"""How texts begin that a spreadsheet would run as a formula, also in the wide letters of East Asian keyboards."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
