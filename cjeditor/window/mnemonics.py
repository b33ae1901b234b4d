"""One underlined letter for each menu entry, unique within its menu in every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cjeditor.window.plain import menu_text


@lru_cache(maxsize=1_000)
def candidates(text: str) -> tuple[int, ...]:
    """Return the places in `text` that may carry the mark, best first: first letters of words, then the rest."""
    letters = [place for place, letter in enumerate(text) if letter.isalnum()]
    starts = [place for place in letters if place == 0 or not text[place - 1].isalnum()]
    return (*starts, *(place for place in letters if place not in starts))


def marked(text: str, letter: str) -> str:
    """Return `text` for a menu, with the mark before the best place of `letter` (lower case, or empty for none)."""
    for place in candidates(text):
        if letter and text[place].lower() == letter:
            return f"{menu_text(text[:place])}&{menu_text(text[place:])}"
    return menu_text(text)


def assign(menus: Iterable[Sequence[str]], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the letter of each entry, so that no menu has one twice.

    An entry may stand in several menus and has the same letter in all of them. Where letters run out it gets none.

    Args:
        menus: the entries' ids, menu by menu.
        texts: what each entry is called.
    """
    menus = [list(dict.fromkeys(menu)) for menu in menus]
    homes: dict[str, list[int]] = {}
    for number, menu in enumerate(menus):
        for entry in menu:
            homes.setdefault(entry, []).append(number)
    taken: list[set[str]] = [set() for _ in menus]
    letters: dict[str, str] = {}
    # Entries of few possibilities first: "B" cannot give way, "Save as" can.
    for entry in sorted(homes, key=lambda entry: (len(set(texts[entry].lower())) > 4, -len(homes[entry]))):
        letters[entry] = _free_letter(texts[entry], [taken[number] for number in homes[entry]])
        for number in homes[entry]:
            taken[number].add(letters[entry])
    for entry in (one for one, letter in letters.items() if not letter):
        _make_room(entry, homes, taken, letters, texts)
    return letters


def _make_room(
    entry: str,
    homes: Mapping[str, Sequence[int]],
    taken: Sequence[set[str]],
    letters: dict[str, str],
    texts: Mapping[str, str],
) -> None:
    """Give an entry that got none the letter of one that can take another."""
    for letter in (texts[entry][place].lower() for place in candidates(texts[entry])):
        holders = [one for one in letters if letters[one] == letter and set(homes[one]) & set(homes[entry])]
        if len(holders) != 1 or not set(homes[entry]) <= set(homes[holders[0]]):
            continue
        other = _free_letter(texts[holders[0]], [taken[number] for number in homes[holders[0]]])
        if other:
            letters[entry], letters[holders[0]] = letter, other
            for number in homes[holders[0]]:
                taken[number].add(other)
            return


def assign_all(texts: Mapping[str, str]) -> dict[str, str]:
    """Return a letter for each text of one dialogue, no letter twice; some get none only where all cannot have one."""
    holders: dict[str, str] = {}

    def give(key: str, tried: set[str], *, take_away: bool) -> bool:
        for letter in (texts[key][place].lower() for place in candidates(texts[key])):
            if letter in tried:
                continue
            tried.add(letter)
            if letter not in holders or (take_away and give(holders[letter], tried, take_away=True)):
                holders[letter] = key
                return True
        return False

    # First what everybody likes best; who finds nothing left makes others look for another one.
    for key in [key for key in texts if not give(key, set(), take_away=False)]:
        give(key, set(), take_away=True)
    found = {key: letter for letter, key in holders.items()}
    return {key: found.get(key, "") for key in texts}


def _free_letter(text: str, taken: Sequence[set[str]]) -> str:
    for place in candidates(text):
        letter = text[place].lower()
        if not any(letter in letters for letters in taken):
            return letter
    return ""
