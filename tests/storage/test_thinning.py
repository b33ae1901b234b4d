"""Which versions stay: all of the last hour, fewer the older they are, and always the named and the latest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cjeditor.storage.thinning import over_limit, too_many

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class One:
    """A version, as far as thinning is concerned."""

    written: datetime
    size: int = 1
    is_named: bool = False
    key: str = ""
    pictures: tuple[str, ...] = ()


def ago(**length: float) -> One:
    return One(NOW - timedelta(**length))


def test_the_last_hour_stays_whole() -> None:
    assert too_many([ago(seconds=second) for second in range(0, 3_600, 7)], NOW) == []


def test_a_day_of_saves_each_minute_leaves_six_an_hour() -> None:
    versions = [ago(minutes=minute) for minute in range(61, 24 * 60)]
    left = set(versions) - set(too_many(versions, NOW))
    assert max(Counter(version.written.hour for version in left).values()) <= 7
    assert len(left) in range(137, 142)


def test_the_older_the_fewer() -> None:
    versions = [ago(hours=hour) for hour in range(2, 24 * 200)]
    left = set(versions) - set(too_many(versions, NOW))
    ages = Counter((NOW - version.written).days // 30 for version in left)
    assert ages[1] in range(29, 32)  # one a day
    assert ages[4] <= 2  # one a month


def test_named_ones_and_the_latest_stay_however_old() -> None:
    old = [ago(days=300), ago(days=300, minutes=1), One(NOW - timedelta(days=300, minutes=2), is_named=True)]
    assert too_many(old, NOW) == [old[1]]


@given(st.lists(st.integers(0, 400 * 24 * 3_600), max_size=60, unique=True), st.integers(0, 40 * 24 * 3_600))
def test_looking_again_later_never_leaves_nothing_and_never_brings_anything_back(ages: list[int], wait: int) -> None:
    versions = [ago(seconds=age) for age in ages]
    left = [one for one in versions if one not in too_many(versions, NOW)]
    assert bool(left) == bool(versions)
    assert too_many(left, NOW) == []
    later = too_many(left, NOW + timedelta(seconds=wait))
    assert len(later) < max(1, len(left))


def test_over_the_limit_the_oldest_go_first_and_named_ones_and_the_latest_never() -> None:
    versions = [ago(days=1), ago(days=3), One(NOW - timedelta(days=9), is_named=True), ago(days=2)]
    assert over_limit(versions, {}, 2) == [versions[1], versions[3]]
    assert over_limit(versions, {}, 0) == [versions[1], versions[3]]
    assert over_limit(versions, {}, 4) == []


def test_each_file_keeps_its_latest() -> None:
    versions = [One(NOW - timedelta(days=day), key=key) for day, key in ((1, "a"), (2, "a"), (300, "b"), (400, "c"))]
    assert over_limit(versions, {}, 1) == [versions[1]]


def test_a_picture_counts_once_for_each_file_until_its_last_version_goes() -> None:
    both = ("p",)
    versions = [One(NOW - timedelta(days=day), key="a", pictures=both if day > 1 else ()) for day in (1, 2, 3)]
    sizes = {("a", "p"): 10, ("b", "p"): 10}
    assert over_limit(versions, sizes, 13) == []
    assert over_limit(versions, sizes, 12) == [versions[2]]
    assert over_limit(versions, sizes, 11) == [versions[2], versions[1]], "one more is needed for the picture to go"
    assert over_limit([*versions, One(NOW, key="b", pictures=both)], sizes, 23) == [versions[2]]
