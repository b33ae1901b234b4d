"""The minutes: what they say of a workshop as it went, on paper and as Markdown."""

from __future__ import annotations

from dataclasses import replace as replaced
from datetime import datetime
from pathlib import Path

import pypdf
import pytest

from cjeditor.export.minutes import write_minutes
from cjeditor.export.minutes_content import MinutesOptions, minutes
from cjeditor.export.minutes_text import escaped, minutes_text
from cjeditor.export.pdf.minutes_sheets import fill_minutes
from cjeditor.export.pdf.sheets import Ends, Flow, frame
from cjeditor.export.problems import ExportRefused
from cjeditor.layout.primitives import Text
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.edits.comments import add_comment, set_comments
from cjeditor.model.edits.maps import set_map, set_project
from cjeditor.model.edits.voting import add_ballot, close_round, open_round
from cjeditor.model.edits.workshop import park, replace_agenda
from cjeditor.model.lookup import map_of
from cjeditor.model.project import Project
from cjeditor.model.replace import replace
from cjeditor.texts import of
from tests.builders import MAP, small_project

OPTIONS = MinutesOptions("Tuesday | *all*", "2026-11-24", ("Ada", "Jörg & Söhne"))


def done(language: str = "en") -> Project:
    ids = iter(f"{number}" for number in range(100))

    def new_id(prefix: str) -> str:
        return f"{prefix}_{next(ids)}"

    plan = [
        {"title": "Welcome", "minutes": 5, "started": "2026-11-24T09:00:00", "ended": "2026-11-24T09:07:20"},
        {"kind": "write", "minutes": 10, "started": "2026-11-24T09:07:20", "ended": "2026-11-24T09:15:00"},
        {"title": "Close", "minutes": 5},
    ]
    project = replace_agenda(set_project(small_project(), language=language), plan, new_ids=new_id)
    project = park(project, ["Price", "price!"], new_ids=new_id, place="parking_lot")
    project = park(project, ["<script>", "1. Later"], new_ids=new_id)
    return set_map(project, MAP, key_finding="It takes *too* long", decision="Answer\n\nsooner")


def test_say_what_was_planned_and_what_happened() -> None:
    found = minutes(done(), map_of(done(), MAP), OPTIONS)
    assert [(each.title, each.planned, each.real, each.took) for each in found.agenda] == [
        ("Welcome", "5 min", "09:00–09:07", "7 min"),
        ("Silent writing", "10 min", "09:07–09:15", "8 min"),
        ("Close", "5 min", "", ""),
    ]
    assert found.total == "20 min planned; it took 15 min, from 09:00 to 09:15"
    assert found.parked == ("Price (named 2×)",)
    assert found.inbox == ("<script>", "1. Later")
    assert found.counts == "3 phases, 4 touchpoints, 4 notes"


def _timed(*times: tuple[str, str]) -> Project:
    """A workshop of steps with these beginnings and ends."""
    plan = [
        {"title": f"Step {at}", "minutes": 5, "started": f"2026-11-24T{begun}" if begun else "",
         "ended": f"2026-11-24T{ended}" if ended else ""}
        for at, (begun, ended) in enumerate(times)
    ]  # fmt: skip
    ids = iter(range(100))
    return replace_agenda(small_project(), plan, new_ids=lambda prefix: f"{prefix}_{next(ids)}")


def test_the_rows_add_up_to_the_sum() -> None:
    project = _timed(("14:49:05", "14:49:30"), ("14:49:30", "14:50:50"), ("14:50:50", "14:52:20"), ("14:52:20", ""))
    now = datetime.fromisoformat("2026-11-24T14:56:10+01:00")
    found = minutes(project, map_of(project, MAP), replaced(OPTIONS, going="ag_3", now=now))
    assert [(each.real, each.took) for each in found.agenda] == [
        ("14:49–14:49", "< 1 min"),
        ("14:49–14:50", "1 min"),
        ("14:50–14:52", "2 min"),
        ("since 14:52", "so far 4 min"),
    ]
    assert found.total == "20 min planned; it has taken 7 min so far, from 14:49, still going on at 14:56"


def test_a_step_whose_end_nobody_knows_is_no_part_of_the_sum() -> None:
    project = _timed(("09:00:00", "09:04:00"), ("09:04:00", ""))
    now = datetime.fromisoformat("2026-11-24T16:00:00")
    found = minutes(project, map_of(project, MAP), replaced(OPTIONS, now=now))
    assert (found.agenda[1].real, found.agenda[1].took) == ("09:04", "")
    assert found.total == "10 min planned; it took 4 min, from 09:00 to 09:04"


def test_minutes_in_a_step_that_people_went_back_to_count_once() -> None:
    project = _timed(("09:00:00", "09:40:00"), ("09:10:00", "09:20:00"), ("09:50:00", "10:00:00"))
    found = minutes(project, map_of(project, MAP), OPTIONS)
    assert found.total == "15 min planned; it took 50 min, from 09:00 to 10:00"


def test_tell_what_each_round_of_voting_chose_and_nothing_of_an_open_one() -> None:
    project = open_round(done(), MAP, round_id="vr_a", at="2026-11-24T09:00:00", question="Which *one*?", voters=2)
    project = add_ballot(add_ballot(project, MAP, "vr_a", ["tp_b", "tp_b", "tp_a"]), MAP, "vr_a", ["nt_c"])
    (still_open,) = minutes(project, map_of(project, MAP), OPTIONS).votes
    assert (still_open.facts, still_open.chosen) == ("3 dots each · All cards · 2 of 2 ballots · still open", ())
    project = close_round(project, MAP, "vr_a", at="2026-11-24T09:12:00")
    found = minutes(project, map_of(project, MAP), OPTIONS)
    (vote,) = found.votes
    assert vote.facts == "3 dots each · All cards · 2 of 2 ballots · 4 dots · closed at 09:12"
    assert [(one.rank, one.number, one.title, one.dots) for one in vote.chosen] == [
        ("1.", "2", "Talk", "2"),
        ("2.", "1", "Advert", "1"),
        ("2.", "6", "–", "1"),
    ]
    text = minutes_text(found)
    assert "## Votes\n\n### Which \\*one\\*?" in text
    assert "| 1. | 2 | Talk | 2 |" in text


def test_list_the_ratings_lowest_first() -> None:
    project = set_touchpoint(done(), MAP, ["tp_a"], ratings=(1, 2))
    project = set_touchpoint(project, MAP, ["tp_b"], ratings=(-2, 0, -1))
    found = minutes(project, map_of(project, MAP), OPTIONS)
    assert found.ratings == (
        "2 Talk – 3 ratings: median −1, mean −1, from −2 to 0",
        "1 Advert – 2 ratings: median +1.5, mean +1.5, from +1 to +2",
    )
    assert "## Ratings\n\n- 2 Talk" in minutes_text(found)


@pytest.mark.parametrize("thoughts", range(18, 34))
def test_a_vote_stands_on_the_page_of_its_table(tmp_path: Path, thoughts: int) -> None:
    project = set_map(done(), MAP, decision="\n".join(["Sooner"] * thoughts))
    project = open_round(project, MAP, round_id="vr_a", at="2026-11-24T09:00:00", question="Which one?")
    project = add_ballot(project, MAP, "vr_a", ["tp_b", "tp_a"])
    project = close_round(project, MAP, "vr_a", at="2026-11-24T09:12:00")
    out = tmp_path / "minutes.pdf"
    write_minutes(project, MAP, out, OPTIONS)
    pages = [page.extract_text() for page in pypdf.PdfReader(out).pages]
    (with_question,) = [at for at, text in enumerate(pages) if "Which one?" in text]
    (with_heading,) = [at for at, text in enumerate(pages) if "Votes" in text]
    assert with_heading == with_question
    assert "cards with dots" in pages[with_question]


def test_votes_are_on_paper(tmp_path: Path) -> None:
    project = open_round(done(), MAP, round_id="vr_a", at="2026-11-24T09:00:00", question="Which one?")
    project = close_round(add_ballot(project, MAP, "vr_a", ["tp_b"]), MAP, "vr_a", at="2026-11-24T09:12:00")
    out = tmp_path / "minutes.pdf"
    assert write_minutes(project, MAP, out, OPTIONS) == ()
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    assert "Which one?" in text
    assert "1 card with dots" in text


def test_are_in_the_language_of_the_project() -> None:
    found = minutes(done("de"), map_of(done(), MAP), OPTIONS)
    assert found.agenda[1].title == "Still schreiben"
    assert found.parked == ("Price (2× genannt)",)
    assert "## Ablauf" in minutes_text(found)


def test_as_markdown_nothing_that_was_written_becomes_markup(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    assert write_minutes(done(), MAP, path, OPTIONS) == ()
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Tuesday \\| \\*all\\*\n")
    assert "- Jörg \\& Söhne" in text
    assert "| 1 | Welcome | 5 min | 09:00–09:07 | 7 min |" in text
    assert "| 3 | Close | 5 min | – | – |" in text
    assert "It takes \\*too\\* long" in text
    assert "- \\<script\\>\n- 1\\. Later\n" in text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("# no heading", "\\# no heading"),
        ("- no item\n+ none", "\\- no item\\\n\\+ none"),
        ("12. November", "12\\. November"),
        ("3.5 and a-b #1", "3\\.5 and a-b #1"),
        ("`a` [b](c) <d> & e_f", "\\`a\\` \\[b\\](c) \\<d\\> \\& e\\_f"),
        ("a\n\n\nb", "a\n\nb"),
    ],
)
def test_text_is_escaped_where_it_would_mean_something(typed: str, kept: str) -> None:
    assert escaped(typed) == kept


def test_on_paper_all_of_it_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    assert write_minutes(done(), MAP, path, OPTIONS) == ()
    reader = pypdf.PdfReader(path)
    text = "\n".join(page.extract_text() for page in reader.pages)
    for said in (
        "Tuesday | *all*", "Ada, Jörg & Söhne", "09:07–09:15", "It takes *too* long", "Price (named 2×)", "1. Later",
    ):  # fmt: skip
        assert said in text
    assert "agenda steps" not in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Tuesday | *all*"


def test_thousands_of_thoughts_go_on_over_pages(tmp_path: Path) -> None:
    ids = iter(range(10_000))
    lines = [f"Thought number {number}" for number in range(1_000)]
    project = park(small_project(), lines, new_ids=lambda prefix: f"{prefix}_{next(ids)}")
    path = tmp_path / "minutes.pdf"
    write_minutes(project, MAP, path, MinutesOptions(""))
    reader = pypdf.PdfReader(path)
    assert len(reader.pages) > 10
    assert "Thought number 999" in reader.pages[-1].extract_text()


def test_without_any_workshop_the_map_is_left(tmp_path: Path) -> None:
    bare = Project(maps=(replace(small_project().maps[1], origin=None),))
    path = tmp_path / "minutes.md"
    write_minutes(bare, "map_2", path, MinutesOptions(""))
    assert path.read_text(encoding="utf-8") == "# Workshop\n\n## Later\n\n0 phases, 0 touchpoints, 0 notes\n"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused):
        write_minutes(done(), MAP, tmp_path / "none" / "minutes.pdf", OPTIONS)


def test_list_the_comments_that_are_open(tmp_path: Path) -> None:
    project = add_comment(
        done(), MAP, comment_id="cm_x", about="nt_a", text="# Who?\nWhen?", author="Bo", date="2026-11-24"
    )
    project = set_comments(project, MAP, ["cm_b", "cm_c", "cm_d", "cm_e"], resolved=True)
    found = minutes(project, map_of(project, MAP), OPTIONS)
    assert found.comments == ("1 Advert: Really? (Ada)", "4 A home of our own: # Who? When? (Bo, 24 Nov 2026)")
    assert "## Open comments\n\n- 1 Advert: Really? (Ada)\n" in minutes_text(found)
    write_minutes(project, MAP, tmp_path / "out.pdf", OPTIONS)
    said = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out.pdf").pages)
    assert "Open comments" in said
    assert "Long" not in said  # it was resolved


@pytest.mark.parametrize("left", range(60, 200, 4))
def test_no_name_of_a_finding_ends_a_page(left: int) -> None:
    """With whatever room is left on a page, "Key finding" stands above what was found."""
    page = frame("A4", landscape=False, left_head=Ends(""), right_head="", left_foot=Ends(""))
    flow = Flow(page, of("en"))
    flow.new_sheet()
    flow.y = page.bottom - left
    found = replaced(minutes(done(), map_of(done(), MAP), OPTIONS), agenda=(), participants=())
    fill_minutes(flow, found)
    texts = [{shape.text for shape in sheet.shapes if isinstance(shape, Text)} for sheet in flow.sheets]
    for name, said in (("Key finding", found.finding), ("Decision", "Answer")):
        (place,) = (at for at, some in enumerate(texts) if name in some)
        assert any(text.startswith(said) for text in texts[place])


def test_endless_titles_are_shortened_on_paper(tmp_path: Path) -> None:
    endless = "Calls once more and waits " * 115 + "END"
    project = set_touchpoint(set_map(done(), MAP, title=endless), MAP, ["tp_b"], title=endless, ratings=(-2, 0))
    project = open_round(project, MAP, round_id="vr_a", at="2026-11-24T09:00:00", question="Which one?")
    project = close_round(add_ballot(project, MAP, "vr_a", ["tp_b"]), MAP, "vr_a", at="2026-11-24T09:12:00")
    path = tmp_path / "minutes.pdf"
    assert write_minutes(project, MAP, path, replaced(OPTIONS, title=endless)) == ()
    reader = pypdf.PdfReader(path)
    assert len(reader.pages) <= 2
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "END" not in text
    assert text.count("…") >= 4
