"""The colours behind the style names, for light and dark screens and for paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

_NOTE_EDGES = {"goal": "#3A7CA5", "thought": "#8C8F88", "pain": "#B5475B", "opportunity": "#2E7D46"}

_NOTE_FAMILY = {
    "goal": "goal",
    "need": "goal",
    "thought": "thought",
    "quote": "thought",
    "insight": "thought",
    "backstage": "thought",
    "question": "thought",
    "pain_point": "pain",
    "opportunity": "opportunity",
    "how_might_we": "opportunity",
    "metric": "thought",
    "image": "thought",
}


_HOTTEST = 0.45
"""How much of the primary colour lies on a card where a chart's share is greatest: text keeps a contrast of 4.5."""

INVITATION = "invitation"
"""The style of words that say what to do with the mouse: on screen only, never on paper."""


def note_style(kind: str) -> str:
    """The style family (`goal`, `thought`, `pain`, `opportunity`) of a note kind."""
    return _NOTE_FAMILY[kind]


def emotion_style(value: int) -> str:
    """The style name of an emotion from −2 to +2."""
    return f"emotion.{value}"


def mix(over: str, under: str, share: float) -> str:
    """`#rrggbb` of colour `over` laid on `under` with an opacity of `share` (0 … 1)."""
    mixed = (round(int(over[i : i + 2], 16) * share + int(under[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def grey_of(colour: str) -> str:
    """The grey as light as `#rrggbb` is, by relative luminance: what stands out from its ground does so in grey."""
    linear = _luminance(colour)
    coded = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return "#" + f"{round(coded * 255):02x}" * 3


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 … 21 (WCAG 2.2, relative luminance)."""
    one, other = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (one + 0.05) / (other + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True)
class Theme:
    """One set of colours.

    `tint` is the share of a phase's colour in the tint of its header (0 … 1).
    """

    name: str
    dark: bool
    tint: float
    tokens: Mapping[str, str]
    grey: bool = False
    """Whether all colours are greys."""
    _resolved: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def colour(self, style: str) -> str:
        """`#rrggbb` of a style name.

        A style is a token (`card`), a colour of the project (`#3a7ca5`), its tint (`tint:#3a7ca5`), the same colour
        light enough to be told from a dark ground (`band:#3a7ca5`), or the ground of a share of 0 … 100 in a chart
        (`heat:40`), on which text reads whatever the share.

        Raises:
            KeyError: the token is unknown.
        """
        found = self._resolved.get(style)
        if found is None:
            if style.startswith("#"):
                found = style
            elif style.startswith("tint:"):
                found = mix(style.removeprefix("tint:"), self.tokens["canvas"], self.tint)
            elif style.startswith("band:"):
                found = self._visible(style.removeprefix("band:"))
            elif style.startswith("heat:"):
                share = int(style.removeprefix("heat:")) / 100
                found = mix(self.tokens["primary"], self.tokens["card"], share * _HOTTEST)
            else:
                found = self.tokens[style]
            found = grey_of(found) if self.grey else found
            self._resolved[style] = found
        return found

    def _visible(self, colour: str) -> str:
        """The colour, on a dark ground with as much white in it as a contrast of 3 (WCAG 2.2, 1.4.11) asks for."""
        if not self.dark:
            return colour
        lighter = (mix("#ffffff", colour, tenth / 10) for tenth in range(10))
        return next(one for one in lighter if contrast(one, self.tokens["chrome"]) >= 3)


_LIGHT = {
    "canvas": "#FAFAF8",
    "chrome": "#F6F7F8",
    "card": "#FFFFFF",
    "card.border": "#CDD3DA",
    "text": "#1F2328",
    "secondary": "#59636E",
    "rule": "#E3E5E8",
    "rule.strong": "#868F99",
    "rule.zero": "#B9C0C7",
    "rule.head": "#868F99",
    "heading": "#1F2328",
    "subheading": "#24445F",
    "accent": "#24445F",
    "primary": "#24445F",
    "on.primary": "#FFFFFF",
    "selection": "#1B6EC2",
    "selection.fill": "#DCEAF8",
    "warning": "#9A3412",
    "star": "#8A6100",
    "band": "#DADFE3",
    "placeholder": "#636D78",
    INVITATION: "#636D78",
    "emotion.-2": "#B2182B",
    "emotion.-1": "#A84A3B",
    "emotion.0": "#5F6770",
    "emotion.1": "#2F6EA3",
    "emotion.2": "#2166AC",
    "on.emotion": "#FFFFFF",
    "note.goal": "#E4EEF7",
    "note.thought": "#EFEFEC",
    "note.pain": "#FBE4E6",
    "note.opportunity": "#E2F1E4",
    **{f"edge.{name}": colour for name, colour in _NOTE_EDGES.items()},
}

_DARK_CARD = "#252A30"

_DARK = {
    "canvas": "#16191D",
    "chrome": "#1D2126",
    "card": _DARK_CARD,
    "card.border": "#434B55",
    "text": "#E6E8EB",
    "secondary": "#A3ADB8",
    "rule": "#343B43",
    "rule.strong": "#6C7783",
    "rule.zero": "#525C67",
    "rule.head": "#6C7783",
    "heading": "#E6E8EB",
    "subheading": "#7FB2DC",
    "accent": "#7FB2DC",
    "primary": "#7FB2DC",
    "on.primary": "#16191D",
    "selection": "#4C9BE8",
    "selection.fill": "#243B52",
    "warning": "#F0A37F",
    "star": "#E3B341",
    "band": "#333B44",
    "placeholder": "#97A2AD",
    INVITATION: "#97A2AD",
    "emotion.-2": "#F08C97",
    "emotion.-1": "#E2A093",
    "emotion.0": "#A9B2BC",
    "emotion.1": "#86B8E3",
    "emotion.2": "#6FA8E8",
    "on.emotion": "#16191D",
    **{f"note.{name}": mix(colour, _DARK_CARD, 0.18) for name, colour in _NOTE_EDGES.items()},
    **{f"edge.{name}": colour for name, colour in _NOTE_EDGES.items()},
}

LIGHT = Theme("light", dark=False, tint=0.10, tokens=_LIGHT)
DARK = Theme("dark", dark=True, tint=0.22, tokens=_DARK)
ROOM_LIGHT = Theme(
    "room-light",
    dark=False,
    tint=0.10,
    tokens={
        **_LIGHT,
        "canvas": "#FFFFFF",
        "card.border": "#7C8692",
        "text": "#0E1116",
        "secondary": "#3C454F",
        "rule.strong": "#5F6872",
        "primary": "#16324B",
        "warning": "#8A2C0D",
        "note.goal": "#D6E6F3",
        "note.thought": "#E8E8E4",
        "note.pain": "#F9D5D9",
        "note.opportunity": "#D3EBD7",
    },
)
"""Projectors wash out what is pale: more contrast than on a screen, and text at 7 : 1."""
ROOM_DARK = Theme(
    "room-dark",
    dark=True,
    tint=0.22,
    tokens={
        **_DARK,
        "canvas": "#0B0D10",
        "card": "#1C2026",
        "card.border": "#7C8794",
        "text": "#FFFFFF",
        "secondary": "#C9D1D9",
        "rule.strong": "#9AA5B1",
        "primary": "#A3CCF0",
        "warning": "#F8B797",
        **{f"note.{name}": mix(colour, "#1C2026", 0.30) for name, colour in _NOTE_EDGES.items()},
    },
)
PAPER = Theme("paper", dark=False, tint=0.10, tokens={**_LIGHT, "canvas": "#FFFFFF", "chrome": "#FFFFFF"})

GREY_PAPER = replace(PAPER, name="grey-paper", grey=True, _resolved={})
"""Paper of a printer that has no colours."""
GREY_DARK = replace(DARK, name="grey-dark", grey=True, _resolved={})
"""What is to be without colours, on a dark screen."""


def on_paper(*, grey: bool) -> Theme:
    """The colours of paper, or its greys."""
    return GREY_PAPER if grey else PAPER


def in_the_dark(*, grey: bool) -> Theme:
    """The colours of a dark screen, or its greys."""
    return GREY_DARK if grey else DARK


def for_room(theme: Theme) -> Theme:
    """The colours of the projector's page where the windows have those of `theme`."""
    return ROOM_DARK if theme.dark else ROOM_LIGHT
