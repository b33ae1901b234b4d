"""Fields that hold text: one text, or several separated by commas or lines."""

from __future__ import annotations

from cjeditor.texts import Texts
from cjeditor.window.properties.field import SEVERAL, Field
from cjeditor.window.properties.partly_held import PartlyHeld
from cjeditor.window.properties.shared import Holders, Parts, common, edited, partly
from cjeditor.window.properties.text_edit import GrowingEdit


class TextField(Field):
    """A text of any length, shown as typed."""

    def __init__(
        self, key: str, name: str, words: Texts, *, least_lines: int = 1, large: bool = False, breaks: bool = True
    ) -> None:
        """Make it.

        Args:
            key: the field of the record.
            name: what it is called in the person's language.
            words: the language of the window.
            least_lines: its height when it is empty.
            large: whether it is the heading of the whole form.
            breaks: whether people may begin new lines in it.
        """
        super().__init__(key, name, words)
        self.edit = GrowingEdit(name, least_lines, breaks=breaks)
        self._hint = name if large else ""
        if large:
            self.edit.setObjectName("large")
        self.add_control(self.edit)
        self.edit.textChanged.connect(self.take)

    def put(self, value: object) -> None:
        """Show a text."""
        self.put_text("" if value is SEVERAL else str(value), several=value is SEVERAL)

    def put_text(self, text: str, *, several: bool) -> None:
        """Show `text`, and where values differ the words for that."""
        self.edit.setPlaceholderText(self.words.t("several values") if several else self._hint)
        self.edit.set_text(text)

    def draft(self) -> str | None:
        """Return the text."""
        return self.edit.text()

    def set_draft(self, text: str) -> None:
        """Put the text back."""
        self.edit.set_text(text)

    def value(self) -> object:
        """Return the text; an empty one is no wish as long as texts differ."""
        text = self.edit.text()
        return SEVERAL if not text and self._shown is SEVERAL else text


class PartsField(TextField):
    """Several short texts in one field: tags separated by commas, or web links, one a line.

    Of several records it shows what all have; below stands what only some have, each to be given to all or to none.
    """

    def __init__(self, key: str, name: str, words: Texts, *, separator: str) -> None:
        """Make it.

        Args:
            key: the field of the record.
            name: what it is called in the person's language.
            words: the language of the window.
            separator: a comma or a line feed; lines always separate.
        """
        super().__init__(key, name, words)
        self._separator = separator
        self._before: Holders = ()
        self._latest: Holders = ()
        self._own_step = False
        self._partly = PartlyHeld(name, words)
        self._partly.given.connect(self._give)
        self._partly.dropped.connect(self._drop)
        self.add_control(self._partly)

    def put(self, value: object) -> None:
        """Show the parts that all have."""
        self._before = value if isinstance(value, tuple) else ()
        glue = self._separator if self._separator == "\n" else f"{self._separator} "
        self.put_text(glue.join(common(self._before)), several=False)

    def show_value(self, value: object) -> None:
        """Show what each record has."""
        self._latest = value if isinstance(value, tuple) else ()
        super().show_value(value)
        self._partly.show_parts(partly(self._latest), len(self._latest))

    def value(self) -> object:
        """Return the parts, without empty ones, and what they are to replace."""
        text = self.edit.text().replace(self._separator, "\n")
        return Parts(self._before, tuple(part.strip() for part in text.split("\n") if part.strip()))

    def holds(self, value: object) -> bool:
        """Return whether what is typed stands for what the records have."""
        wanted = self.value()
        return isinstance(wanted, Parts) and value == tuple(edited(self._before, wanted))

    def _give(self, part: str) -> None:
        self._ask(Parts(self._latest, (*common(self._latest), part)))

    def _drop(self, part: str) -> None:
        self._ask(Parts(self._latest, common(self._latest), (part,)))

    def _ask(self, wanted: Parts) -> None:
        self._own_step = True
        self.edited.emit(self.key, wanted)
        self._own_step = False
        self.edit.setFocus()

    def session(self) -> str:
        """Return what edits must share to be one step; a button's is a step of its own."""
        return "" if self._own_step else super().session()
