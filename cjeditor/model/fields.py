"""The kinds of value a record's field can hold, with their limits."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema

LINE_LIMIT = 20_000
TEXT_LIMIT = 100_000
MOST_COUNT = 1_000_000_000

# Control characters other than tab and line feed can be neither shown nor printed, and break other programs' files.
_PRINTABLE = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,8}_[A-Za-z0-9_-]{1,40}$")]
"""A record's name within its project: its kind's prefix, an underscore, random letters and digits (`tp_k3f9x2`)."""

Rank = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{2,400}$")]
"""A fractional index: the order of siblings is the order of these strings."""

Line = Annotated[str, StringConstraints(max_length=LINE_LIMIT, pattern=_PRINTABLE)]
"""A title or name; line breaks are allowed and shown."""

Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT, pattern=_PRINTABLE)]
"""Longer prose."""

Key = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z0-9][a-z0-9.-]*$")]
"""The key of something in the catalogue (`nine-phases`, `extra-costs`)."""

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""`#rrggbb`; never a name or an expression."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

Day = Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
"""`YYYY-MM-DD` or empty."""

Moment = Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})?$")]
"""`YYYY-MM-DDThh:mm:ss` as the clock on the wall showed it, or empty."""

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")]
"""`hh:mm` or empty."""

ClockTime = Annotated[str, StringConstraints(pattern=r"^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$")]
"""`hh:mm`, `hh:mm:ss` or empty."""

Emotion = Annotated[int, Field(ge=-2, le=2)]
Grade = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=0, le=MOST_COUNT)]
CardNumber = Annotated[int, Field(ge=1, le=10_000_000)]
Pixels = Annotated[int, Field(ge=0, le=10_000)]

Language = Literal["en", "de"]
FunnelStage = Literal["suspects", "leads", "prospects", "customers", "returning"]
Contact = Literal["direct", "third_party", "none"]
Evidence = Literal["assumption", "anecdotal", "qualitative", "quantitative"]
Realm = Literal["entertainment", "education", "esthetic", "escapist"]
LoyaltyKind = Literal["", "transactional", "emotional"]
Obstacle = Literal["", "legal", "technical", "organisational", "operational"]
"""Why a hand-off between channels breaks (domain: full integration is rare for these reasons)."""
Treatment = Literal["", "consistent", "inconsistent"]
"""Whether the customer is treated and addressed alike on both sides of a hand-off."""
KpiStatus = Literal["", "planned", "measuring", "reached", "missed"]
Direction = Literal["", "higher", "lower"]
"""Which way a figure is better; empty where nobody said so."""
Effect = Literal["willingness_to_buy", "revenue", "use", "word_of_mouth", "loyalty"]
"""What an action can claim to do for the business."""
MixModel = Literal["", "4p", "4c", "siva"]
ChannelMode = Literal["online", "offline", "mobile"]
LaneKind = Literal[
    "touchpoints", "notes", "backstage", "emotion", "separator", "channels", "time", "metrics", "images", "funnel"
]
NoteKind = Literal[
    "goal",
    "need",
    "thought",
    "quote",
    "pain_point",
    "how_might_we",
    "opportunity",
    "insight",
    "backstage",
    "question",
    "metric",
    "image",
]
AgendaKind = Literal["welcome", "brief", "write", "share", "vote", "mark", "break", "next_steps", "slack", "free"]
ParkedPlace = Literal["inbox", "parking_lot"]
MapState = Literal["current", "future"]
Audience = Literal["everyone", "team", "facilitator"]
TimeUnit = Literal["minutes", "hours", "days", "weeks", "months", "years"]


def _stop_at_first(schema: Any) -> None:
    if isinstance(schema, dict):
        if schema.get("type") == "tuple":
            schema["fail_fast"] = True
        for part in schema.values():
            _stop_at_first(part)
    elif isinstance(schema, list):
        for part in schema:
            _stop_at_first(part)


class Record(BaseModel):
    """The base of every record: frozen, strict, and closed to unknown fields.

    Make changed copies with `cjeditor.model.replace.replace`, which validates; pydantic's own copy does not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, hide_input_in_errors=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make every tuple stop at its first bad item: a file of a million of them would cost a gigabyte of errors."""
        schema = handler(source)
        _stop_at_first(schema)
        return schema


class Span(Record):
    """A length of time in the unit people said it in (`9 days`)."""

    amount: Annotated[float, Field(ge=0, le=1_000_000)]
    unit: TimeUnit = "days"

    @property
    def minutes(self) -> float:
        """The same length in minutes, to compare two spans; a month counts as 30 days, a year as 365."""
        return self.amount * _MINUTES[self.unit]


_MINUTES = {"minutes": 1, "hours": 60, "days": 1_440, "weeks": 10_080, "months": 43_200, "years": 525_600}
