"""Whatever is written can be read: contrast is computed from what the windows really hand to Qt, in both themes.

The ratio of two colours is (L₁ + 0.05) / (L₂ + 0.05), L₁ the lighter one's relative luminance
0.2126 R + 0.7152 G + 0.0722 B of the linear channels c / 12.92 (c ≤ 0.04045) or ((c + 0.055) / 1.055)^2.4: Web Content
Accessibility Guidelines 2.2, “relative luminance” and “contrast ratio”,
https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Text asks for 4.5 (1.4.3), marks and the focus for 3 (1.4.11); what is
disabled is excepted there. The colours of the map itself are looked at in `tests/layout/test_theme.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from cjeditor.layout.theme import DARK, LIGHT, Theme, contrast, for_room, mix
from cjeditor.window import appearance
from cjeditor.window.control_style import control_style
from cjeditor.window.guide import style as guide_style
from cjeditor.window.help import style as help_style
from cjeditor.window.outline import look as outline_look
from cjeditor.window.properties import style as properties_style
from cjeditor.window.workshop import style as workshop_style

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
Role = QPalette.ColorRole

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(
    r"(?:^|[;\s])(background|color|selection-color|selection-background-color)\s*:\s*(#[0-9a-fA-F]{6})"
)
_BORDER = re.compile(r"(?:^|[;\s])border\s*:\s*[\d.]+px solid (#[0-9a-fA-F]{6})")
SHEETS: tuple[Callable[[Theme], str], ...] = (
    appearance.style_sheet,
    control_style,
    workshop_style.style_sheet,
    properties_style.style_sheet,
    outline_look.style_sheet,
    guide_style.style_sheet,
    help_style.style_sheet,
)


def _rules(theme: Theme) -> Iterator[tuple[str, str]]:
    for sheet in SHEETS:
        for selector, body in _RULE.findall(sheet(theme)):
            yield " ".join(selector.split()), body


def test_the_formula_gives_the_values_of_its_source() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#ff0000", "#ffffff") == pytest.approx(4.0, abs=0.005)


@themes
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.ButtonText, Role.Button),
        (Role.ToolTipText, Role.ToolTipBase),
        (Role.PlaceholderText, Role.Base),
        (Role.HighlightedText, Role.Highlight),
        (Role.Link, Role.Base),
        (Role.Link, Role.Window),
        (Role.LinkVisited, Role.Base),
        (Role.BrightText, Role.Window),
    ],
    ids=lambda role: role.name,
)
def test_the_palette_reads(theme: Theme, ink: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    made = appearance.palette(theme)
    assert contrast(made.color(ink).name(), made.color(ground).name()) >= 4.5


@themes
def test_the_style_sheets_read(qapp: QApplication, theme: Theme) -> None:
    seen, faults = 0, []
    for selector, body in _rules(theme):
        found = dict(_COLOUR.findall(body))
        for ink, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            if ink in found and ground in found and ":disabled" not in selector:
                seen += 1
                ratio = contrast(found[ink], found[ground])
                if ratio < 4.5:
                    faults.append(f"{selector}: {found[ink]} on {found[ground]} is {ratio:.2f}")
    assert seen > 8
    assert not faults, "\n".join(faults)


@themes
def test_the_focus_can_be_seen_on_every_ground(qapp: QApplication, theme: Theme) -> None:
    rings = {colour for selector, body in _rules(theme) if ":focus" in selector for colour in _BORDER.findall(body)} - {
        theme.colour("on.primary"),
        theme.colour("text"),
    }  # these are rings inside of something dark or pale
    assert theme.colour("selection") in rings
    for ring in rings:
        assert all(contrast(ring, theme.colour(ground)) >= 3 for ground in ("chrome", "card")), ring
    grounds = ["canvas", "chrome", "card", "selection.fill", *(f"note.{name}" for name in ("goal", "thought", "pain"))]
    for ground in grounds:
        assert contrast(theme.colour("selection"), theme.colour(ground)) >= 3, ground
    assert contrast(theme.colour("on.primary"), theme.colour("primary")) >= 3


@themes
def test_text_reads_on_what_the_pointer_is_over_and_on_what_is_chosen(theme: Theme) -> None:
    """What lies on these grounds is painted by delegates, in these colours."""
    for share in (0.06, 0.07):
        hover = mix(theme.colour("text"), theme.colour("chrome"), share)
        for ink in ("text", "secondary", "primary", "warning"):
            assert contrast(theme.colour(ink), hover) >= 4.5, (ink, share)
    for ink in ("text", "secondary", "primary", "warning"):
        assert contrast(theme.colour(ink), theme.colour("selection.fill")) >= 4.5, ink


@themes
def test_the_clock_reads_when_the_time_is_over(qapp: QApplication, theme: Theme) -> None:
    (over,) = (
        dict(_COLOUR.findall(body))["background"]
        for selector, body in _rules(theme)
        if selector.endswith('QFrame#workshop_clock[over="true"]')
    )
    assert QColor(over) != QColor(theme.colour("chrome"))
    for ink in ("text", "secondary", "warning"):
        assert contrast(theme.colour(ink), over) >= 4.5, ink


@themes
def test_the_room_reads_from_far_away(theme: Theme) -> None:
    room = for_room(theme)
    for ground in ("canvas", "card", "selection.fill"):
        for ink in ("text", "secondary", "primary", "warning"):
            assert contrast(room.colour(ink), room.colour(ground)) >= 4.5, (ink, ground)
    for ground in ("canvas", "card"):
        assert contrast(room.colour("selection"), room.colour(ground)) >= 3
        assert contrast(room.colour("star"), room.colour(ground)) >= 3
