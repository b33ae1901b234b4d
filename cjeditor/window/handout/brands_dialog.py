"""The brands of a person: made, changed, taken from a file and given away as one; what is done is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.storage.brands import (
    BrandProfile,
    brands_in,
    keep_brand,
    make_brand,
    read_brand,
    remove_brand,
    write_brand,
)
from cjeditor.storage.load import FileRefused
from cjeditor.storage.save import SaveFailed
from cjeditor.texts import Texts
from cjeditor.window import file_dialogs
from cjeditor.window.access_keys import give_access_keys
from cjeditor.window.deciding import ask_before
from cjeditor.window.fitting import fit
from cjeditor.window.handout.brand_form import BrandForm
from cjeditor.window.plain import label, one_line, shortened
from cjeditor.wording import sentence

_NAME = Qt.ItemDataRole.UserRole
_SUFFIX: Final = "json"


class BrandsDialog(QDialog):
    """The list of brands, and a form for the one that is chosen.

    Signals:
        chosen(str): the dialogue closes, and this brand was looked at last; empty for none.
    """

    chosen = Signal(str)

    def __init__(self, folder: Path, chosen: str, words: Texts, parent: QWidget) -> None:
        """Show the brands of a folder, this one chosen at first; without any a new one is begun."""
        super().__init__(parent)
        self._folder = folder
        self._words = words
        self._begun: set[str] = set()
        self.setObjectName("brands_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.t("Brands"))
        self.list = QListWidget(self)
        self.list.setObjectName("brand_list")
        self.list.setAccessibleName(words.t("Brands"))
        self.list.setStyleSheet("QListWidget::item { padding: 5px 6px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = BrandForm(words, self)
        self.message = label("", self)
        self.message.setObjectName("message")
        self.message.hide()
        self.add = self._button("add", words.t("New"), self.begin_new)
        self.remove = self._button("remove", words.t("Remove"), self._ask_to_remove)
        self.open_file = self._button("open_file", words.t("From a file…"), self._choose_file)
        self.save_file = self._button("save_file", words.t("Save as a file…"), self._choose_target)
        self._lay_out()
        QShortcut(QKeySequence("Del"), self.list, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(
            self._ask_to_remove
        )
        self.list.currentItemChanged.connect(self._show_current)
        self.form.changed.connect(self._keep)
        self.form.refused.connect(self.say)
        self._fill(chosen)
        if not self.list.count():
            self.begin_new()
        give_access_keys(self)
        fit(self, QSize(860, 520))

    @property
    def current(self) -> str:
        """The name of the brand that is chosen; empty for none."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(_NAME)) if row >= 0 else ""

    def begin_new(self) -> None:
        """Make a brand with a name of its own, and let it be written."""
        taken = {brand.name for brand in brands_in(self._folder)}
        name, number = self._words.t("My brand"), 1
        while name in taken:
            number += 1
            name = f"{self._words.t('My brand')} {number}"
        brand = make_brand(name)
        if brand and self._done(keep_brand, self._folder, brand):
            self._begun.add(name)
            self._fill(name)
            self.form.name.setFocus()
            self.form.name.selectAll()

    def take_file(self, name: str) -> None:
        """Take the brand of a file in; one of the same name is replaced."""
        try:
            brand = read_brand(Path(name))
        except FileRefused as refused:
            self.say(sentence(refused.problems[0], self._words))
            return
        if self._done(keep_brand, self._folder, brand):
            self._fill(brand.name)

    def write_file(self, name: str) -> None:
        """Write the chosen brand to a file, for others and for the command line."""
        brand = self._brand()
        if brand is not None:
            self._done(write_brand, Path(name), brand)

    def say(self, text: str) -> None:
        """Say what is wrong; an empty text takes it back."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def done(self, result: int) -> None:
        """Keep what is still being typed, leave no new brand behind that nobody filled, and close."""
        self.form.settle()
        for brand in brands_in(self._folder):
            if brand.name in self._begun and brand == make_brand(brand.name):
                self._done(remove_brand, self._folder, brand.name)
        left = self._brand()
        self.chosen.emit("" if left is None else left.name)
        super().done(result)

    def _button(self, name: str, text: str, slot: Callable[[], None]) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.clicked.connect(slot)
        return made

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        for button in (self.add, self.remove, self.open_file, self.save_file):
            left.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addLayout(left, 2)
        middle.addWidget(self.form, 3)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        # Else Enter in a field would close the dialogue.
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        close.setDefault(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.setSpacing(12)
        whole.addLayout(middle, 1)
        whole.addWidget(self.message)
        whole.addWidget(buttons)

    def _fill(self, chosen: str) -> None:
        """List the brands anew."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for brand in brands_in(self._folder):
                item = QListWidgetItem(shortened(one_line(brand.name)), self.list)
                item.setData(_NAME, brand.name)
                if brand.name == chosen or self.list.currentRow() < 0:
                    self.list.setCurrentItem(item)
        self._show_current()

    def _brand(self) -> BrandProfile | None:
        return next((one for one in brands_in(self._folder) if one.name == self.current), None)

    def _show_current(self) -> None:
        self.say("")
        brand = self._brand()
        self.form.setEnabled(brand is not None)
        self.remove.setEnabled(brand is not None)
        self.save_file.setEnabled(brand is not None)
        self.form.show_brand(brand)

    def _keep(self, brand: BrandProfile) -> None:
        """Keep the brand as it is written now; under another name it is the same one."""
        former = self.current
        if brand.name != former and any(one.name == brand.name for one in brands_in(self._folder)):
            self.say(self._words.t("There is a brand with this name already"))
            return
        self.say("")
        if self._done(keep_brand, self._folder, brand):
            if brand.name != former:
                self._done(remove_brand, self._folder, former)
            item = self.list.currentItem()
            item.setText(shortened(one_line(brand.name)))
            item.setData(_NAME, brand.name)

    def _done(self, act: Callable[..., None], *arguments: object) -> bool:
        """Do something with files; say why where it fails, and return whether it worked."""
        try:
            act(*arguments)
        except SaveFailed as failed:
            self.say(sentence(failed.problem, self._words))
            return False
        return True

    def _ask_to_remove(self) -> None:
        if self.current:
            question = self._words.t("Remove the brand “{name}” for good?", name=shortened(self.current))
            ask_before(self, question, self._words.t("Remove"), self._remove, name="remove_brand_question")

    def _remove(self) -> None:
        row = self.list.currentRow()
        if self._done(remove_brand, self._folder, self.current):
            self._fill("")
            self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self._words.t("Take a brand from a file"), str(file_dialogs.documents_folder()))
        dialog.setObjectName("open_brand")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{self._words.t('Brands')} (*.{_SUFFIX})", self._words.t("All files") + " (*)"])
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def _choose_target(self) -> None:
        self.form.settle()
        dialog = file_dialogs.to_export(
            self,
            file_dialogs.documents_folder(),
            title=self._words.t("Save the brand as a file"),
            suggested=f"{file_dialogs.file_name(self.current)}.{_SUFFIX}",
            filters=[f"{self._words.t('Brands')} (*.{_SUFFIX})"],
        )
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.fileSelected.connect(self.write_file)
        dialog.open()
