"""All keys, from the sheet that is made of the actions table."""

from __future__ import annotations

from cjeditor.texts import Texts
from cjeditor.window.chosen_keys import KeysOf
from cjeditor.window.help.names import Names
from cjeditor.window.help.page import Block, Page, Run, Runs, Section, Table, plain
from cjeditor.window.shortcut_sheet import Entry, sheet

KEY = "keys"


def keys_page(title: str, words: Texts, names: Names, keys_of: KeysOf) -> Page:
    """Return the sheet as a page, a section for each group."""
    intro = names.runs(
        words.t(
            "What every key does. {action:help.shortcuts} lists the keys, to be filtered and kept open beside the map; "
            "under {action:edit.settings} you can choose your own."
        )
    )
    sections = [
        Section(f"group-{number}", group.title, (Table(tuple(map(_row, group.entries)), (62, 38)),))
        for number, group in enumerate(sheet(words, keys_of), start=1)
    ]
    return Page(KEY, title, (Section("", "", (Block("lead", (intro,)),)), *sections))


def _row(entry: Entry) -> tuple[Runs, Runs]:
    return plain(entry.text), (Run(entry.keys, "key"),)
