"""The minutes as Markdown; nothing that people wrote becomes markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cjeditor.export.minutes_content import Minutes, Vote
from cjeditor.texts import Texts

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")


def minutes_text(found: Minutes) -> str:
    """Return the minutes."""
    words = found.words
    parts = [f"# {escaped(found.title)}"]
    if found.day:
        parts.append(escaped(found.day))
    if found.participants:
        parts += [f"## {words.t('Participants')}", _list(found.participants)]
    if found.agenda:
        parts += [f"## {words.t('Agenda')}", _table(found), escaped(found.total)]
    parts += [f"## {escaped(found.map_title)}", escaped(found.counts)]
    for heading, text in ((words.t("Key finding"), found.finding), (words.t("Decision"), found.decision)):
        if text:
            parts += [f"### {heading}", escaped(text)]
    parts += _votes(found.votes, words)
    for heading, some in (
        (words.t("Ratings"), found.ratings),
        (words.t("Open comments"), found.comments),
        (words.t("Parking lot"), found.parked),
        (words.t("Left in the inbox"), found.inbox),
    ):
        if some:
            parts += [f"## {heading}", _list(some)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return `text` so that Markdown shows it as it was typed; paragraphs stay, single breaks too."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join("\\\n".join(_line(line) for line in one.splitlines() if line.strip()) for one in paragraphs)


def _line(text: str) -> str:
    plain = _MARKUP.sub(_escape, text.strip())
    start = re.match(r"\d*", plain)
    digits = start[0] if start is not None else ""
    rest = plain[len(digits) :]
    starts = rest[:1] in (".", ")") if digits else rest[:1] in ("#", "+", "-", "=")
    return f"{digits}\\{rest}" if starts else plain


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[1]}"


def _list(some: Sequence[str]) -> str:
    return "\n".join(f"- {_line(' '.join(each.split()))}" for each in some)


def _table(found: Minutes) -> str:
    words = found.words
    heads = (words.t("No."), words.t("Step"), words.t("Planned"), words.t("Time"), words.t("Took"))
    rows = [f"| {' | '.join(heads)} |", "|---:|---|---:|---|---:|"]
    for each in found.agenda:
        cells = (str(each.number), _line(each.title), each.planned, each.real or "–", each.took or "–")
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _votes(votes: Sequence[Vote], words: Texts) -> list[str]:
    parts = [f"## {words.t('Votes')}"] if votes else []
    for vote in votes:
        parts += [f"### {_line(vote.question)}", _line(vote.facts)]
        if vote.chosen:
            parts.append(_chosen(vote, words))
    return parts


def _chosen(vote: Vote, words: Texts) -> str:
    heads = (words.t("Rank"), words.t("No."), words.t("Card"), words.t("Dots"))
    rows = [f"| {' | '.join(heads)} |", "|---:|---:|---|---:|"]
    rows += [f"| {each.rank} | {each.number} | {_line(each.title)} | {each.dots} |" for each in vote.chosen]
    return "\n".join(rows)
