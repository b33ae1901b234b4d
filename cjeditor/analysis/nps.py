"""Net Promoter Score: what raw answers to the recommendation question say, in all, by segment and over time.

The question is “How likely are you to recommend us to a friend or colleague?”, 0 to 10. Who answers 9 or 10 is a
promoter, 7 or 8 a passive, 0 to 6 a detractor (Reichheld, “The One Number You Need to Grow”, Harvard Business Review,
December 2003). The figure measures the intention to recommend, neither the recommendation nor whether somebody stays.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median_low
from string import digits
from typing import Final, Literal, NamedTuple

from cjeditor.model.project import Survey
from cjeditor.texts import Texts

LEAST_PROMOTER: Final = 9
LEAST_PASSIVE: Final = 7
HIGHEST: Final = 10

Z: Final = 1.959964
"""Of the normal distribution, 95 % lie within so many standard deviations of its middle."""

SMALL: Final = 30
"""Below so many answers the normal approximation is rough: the interval is but a hint, and that is said."""

Step = Literal["month", "quarter", "year"]
_MOST_PERIODS: Final = {"month": 24, "quarter": 24}
"""A trend of more is told in the next larger step: more columns cannot be read."""
_FAR: Final = 150
"""So many periods from the middle one a day is taken for a slip (2204 for 2024): it would press the others together."""
_DIGITS: Final = re.compile(r"[0-9]+|[^0-9]+")
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Nps:
    """The figures of n answers, at least one.

    Attributes:
        promoters: how many answered 9 or 10.
        passives: how many answered 7 or 8.
        detractors: how many answered 0 to 6.
    """

    promoters: int
    passives: int
    detractors: int

    @property
    def n(self) -> int:
        """How many answered."""
        return self.promoters + self.passives + self.detractors

    @property
    def score(self) -> float:
        """NPS = 100 · (p − d), p and d being the shares of promoters and detractors: −100 to +100, in points."""
        return 100 * (self.promoters - self.detractors) / self.n

    @property
    def margin(self) -> float | None:
        """Half the width of the 95 % confidence interval in points: 100 · z · √(v / n), v = p + d − (p − d)², z = 1.96.

        Each answer counts as +1, 0 or −1; v is the variance of that, and v / n that of its mean, which for many answers
        is nearly normally distributed (the Wald interval for a difference of two shares of one sample: Agresti,
        “Categorical Data Analysis”, 10.1.1; for the NPS Rocks, “Interval Estimation for the Net Promoter Score”, The
        American Statistician 70, 2016). It holds for a random sample of many customers. None where nothing can be said:
        there is but one answer, or all fall into one group, so that v would be nought.
        """
        p, d = self.promoters / self.n, self.detractors / self.n
        variance = p + d - (p - d) ** 2
        return None if self.n == 1 or variance <= 0 else 100 * Z * sqrt(variance / self.n)

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % confidence interval, lower and upper end, within −100 and +100; None as for `margin`."""
        margin = self.margin
        if margin is None:
            return None
        return max(-100.0, self.score - margin), min(100.0, self.score + margin)

    @property
    def is_small(self) -> bool:
        """Whether there are too few answers for the interval to be trusted: fewer than `SMALL`."""
        return self.n < SMALL


class Part(NamedTuple):
    """The figures of those answers that share a segment; `name` is empty for those of which nobody said it."""

    name: str
    nps: Nps


class Period(NamedTuple):
    """The figures of a month (`2024-03`), quarter (`2024-Q1`) or year (`2024`); None where nobody answered in it."""

    key: str
    nps: Nps | None


class Trend(NamedTuple):
    """The figures over time, without gaps from the first period with an answer to the last.

    Attributes:
        step: how long a period is.
        periods: in order of time.
        undated: how many answers are not in it: they have no day, or one that lies far from the others, a slip.
    """

    step: Step
    periods: tuple[Period, ...]
    undated: int


def nps_of(answers: Iterable[int]) -> Nps | None:
    """The figures of answers from 0 to 10; None where there are none."""
    promoters = passives = detractors = 0
    for answer in answers:
        if answer >= LEAST_PROMOTER:
            promoters += 1
        elif answer >= LEAST_PASSIVE:
            passives += 1
        else:
            detractors += 1
    found = Nps(promoters, passives, detractors)
    return found if found.n else None


def counts(answers: Sequence[int]) -> tuple[int, ...]:
    """How many answered 0, 1 … 10."""
    return tuple(answers.count(one) for one in range(HIGHEST + 1))


def by_segment(survey: Survey) -> tuple[Part, ...]:
    """The figures of each segment, the largest first; those without a segment last; empty where nobody said any."""
    if not any(each.strip() for each in survey.segments):
        return ()
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for answer, segment in zip(survey.answers, survey.segments, strict=False):
        groups[segment.strip()].append(answer)
    parts = [Part(name, nps) for name, answers in groups.items() if (nps := nps_of(answers)) is not None]
    return tuple(sorted(parts, key=_by_size))


def trend(survey: Survey, step: Step | None = None) -> Trend | None:
    """The figures over time; None where no answer has a day.

    Args:
        survey: with days.
        step: how long a period is; None takes months, or quarters or years where months would be too many.
    """
    dated = [
        (_months(day), answer) for answer, day in zip(survey.answers, survey.days, strict=False) if _months(day) >= 0
    ]
    if not dated:
        return None
    months = [month for month, _answer in dated]
    chosen = step or _step_for(max(months) - min(months) + 1)
    length = _MONTHS[chosen]
    middle = median_low(months) // length
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for month, answer in dated:
        if abs(month // length - middle) <= _FAR:
            groups[month // length].append(answer)
    periods = tuple(
        Period(_key(at * length, chosen), nps_of(groups.get(at, ()))) for at in range(min(groups), max(groups) + 1)
    )
    return Trend(chosen, periods, len(survey.answers) - sum(map(len, groups.values())))


def in_words(nps: Nps, words: Texts) -> str:
    """Say the figures in a line: “NPS +42 (503 answers, 95% confidence interval +36 to +48)”."""
    answers = words.tn("{n} answer", "{n} answers", nps.n)
    if nps.interval is None:
        return words.t("NPS {score} ({answers})", score=points(nps.score, words), answers=answers)
    low, high = nps.interval
    return words.t(
        "NPS {score} ({answers}, {share} confidence interval {low} to {high})",
        score=points(nps.score, words),
        answers=answers,
        share=words.percent(95),
        low=points(low, words),
        high=points(high, words),
    )


def points(value: float, words: Texts) -> str:
    """A score as people say it, in whole points with its sign: “+42”, “−9”, “0”."""
    return words.signed(round(value))


def period_name(key: str, words: Texts) -> str:
    """What a period is called where there is little room: “3/2024”, “Q1 2024”, “2024”."""
    year, _dash, rest = key.partition("-")
    if rest.startswith("Q"):
        return words.t("Q{quarter} {year}", quarter=rest[1:], year=year)
    return f"{int(rest)}/{year}" if rest else year


def _by_size(part: Part) -> tuple[bool, int, list[tuple[int, str]], str]:
    # Among those of one size, S2 comes before S10.
    found = _DIGITS.findall(part.name.casefold())
    pieces = [(len(one.lstrip("0")) if one[0] in digits else -1, one.lstrip("0")) for one in found]
    return not part.name, -part.nps.n, pieces, part.name


def _months(day: str) -> int:
    """Months from year nought to a day; −1 for what is none."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return -1
    return date.year * 12 + date.month - 1


def _step_for(months: int) -> Step:
    if months <= _MOST_PERIODS["month"]:
        return "month"
    return "quarter" if months <= 3 * _MOST_PERIODS["quarter"] else "year"


def _key(month: int, step: Step) -> str:
    year, within = divmod(month, 12)
    if step == "month":
        return f"{year:04}-{within + 1:02}"
    return f"{year:04}-Q{within // 3 + 1}" if step == "quarter" else f"{year:04}"
