"""The workshop's clock in its pane: what is left of the step, what the step is, and the buttons that drive it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout

from cjeditor.catalogue.step_kinds import title_of
from cjeditor.texts import Texts
from cjeditor.window.icons import Icons
from cjeditor.window.key_button import KeyButton
from cjeditor.window.plain import label, tooltip_text
from cjeditor.window.workshop.schedule import clock_text
from cjeditor.window.workshop.timer import WorkshopTimer

_ICON = 16


class WorkshopClock(QFrame):
    """Follows a timer. When the time of a step is over its ground changes, until people go on or add a minute.

    Signals:
        toggle_wanted(): the step should begin, stand still, or go on.
        sound_chosen(bool): whether the end of a step is to be heard.
    """

    toggle_wanted = Signal()
    sound_chosen = Signal(bool)

    def __init__(self, timer: WorkshopTimer, words: Texts, icons: Icons, *, sound: bool) -> None:
        """Make it.

        Args:
            timer: what it shows and drives.
            words: the language of the window.
            icons: makes those of the buttons.
            sound: whether the end of a step is heard now.
        """
        super().__init__()
        self._timer = timer
        self._words = words
        self._icons = icons
        self.setObjectName("workshop_clock")
        self.time = QLabel(self)
        self.time.setObjectName("workshop_time")
        self.time.setTextFormat(Qt.TextFormat.PlainText)
        self.place = label("", self)
        self.place.setObjectName("quiet")
        self.title = label("", self)
        self.title.setObjectName("workshop_title")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(words.t("Time that is over"))
        self.toggle = self._button("workshop_toggle", "", words.t("Start"))
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.minute = self._button("workshop_minute", "", words.t("One minute more"), words.t("+1 min"))
        self.back = self._button("workshop_back", "skip-back", words.t("Previous agenda step"))
        self.on = self._button("workshop_on", "skip-forward", words.t("Next agenda step"))
        self.sound = self._button("workshop_sound", "", words.t("Sound at the end of a step"))
        self.sound.setCheckable(True)
        self.sound.setChecked(sound)
        self._put_together()
        self._connect()
        self.show_step()
        self._show_sound(sound)

    def show_step(self) -> None:
        """Show which step is on."""
        timer, words = self._timer, self._words
        step = timer.step
        if step is None:
            ready = words.t("The workshop is over") if timer.is_over else words.t("Ready to start")
            self.title.setText(ready if timer.step_count else words.t("No agenda yet"))
            self.place.setText(
                words.tn("{n} agenda step", "{n} agenda steps", timer.step_count) if timer.step_count else ""
            )
        else:
            place = words.t("Step {number} of {count}", number=timer.step_number, count=timer.step_count)
            self.title.setText(title_of(step, words))
            self.place.setText(place)
        self.place.setVisible(bool(self.place.text()))
        self.show_time()

    def show_time(self) -> None:
        """Show what is left, and what the buttons would do now."""
        timer, words = self._timer, self._words
        on = timer.step is not None
        self.time.setText(clock_text(timer.remaining_seconds) if on else "–:––")
        self.bar.setMaximum(max(1, timer.total_seconds))
        self.bar.setValue(min(self.bar.maximum(), max(0, timer.total_seconds - timer.remaining_seconds)) if on else 0)
        over = on and timer.remaining_seconds <= 0 and timer.total_seconds > 0
        if self.property("over") != over:
            self.setProperty("over", over)
            for part in (self, self.time, self.title):
                part.style().unpolish(part)
                part.style().polish(part)
        begun = timer.state.begun is not None
        toggle = words.t("Pause") if timer.running else words.t("Go on") if begun else words.t("Start")
        if self.toggle.text() != toggle:
            self.toggle.setText(toggle)
            self.toggle.setAccessibleName(toggle)
            icon = "pause" if timer.running else "play"
            self.toggle.setIcon(self._icons.icon(icon, QPalette.ColorRole.HighlightedText))
        self.toggle.setEnabled(bool(timer.step_count))
        for button in (self.minute, self.back, self.on):
            button.setEnabled(on)

    def _put_together(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.place)
        right.addWidget(self.title)
        right.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(right, 1)
        top.addWidget(self.sound, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.toggle)
        row.addWidget(self.minute)
        row.addStretch(1)
        for button in (self.back, self.on):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addLayout(row)

    def _button(self, name: str, icon: str, tip: str, text: str = "") -> QToolButton:
        made = KeyButton()
        made.setParent(self)
        made.setObjectName(name)
        made.setIconSize(QSize(_ICON, _ICON))
        if icon:
            made.setIcon(self._icons.icon(icon))
        if text:
            made.setText(text)
        made.setAccessibleName(tip)
        made.setToolTip(tooltip_text(tip))
        return made

    def _connect(self) -> None:
        timer = self._timer
        timer.step_changed.connect(self.show_step)
        timer.ticked.connect(self.show_time)
        self.toggle.clicked.connect(self.toggle_wanted)
        self.minute.clicked.connect(timer.add_minute)
        self.back.clicked.connect(timer.previous_step)
        self.on.clicked.connect(timer.next_step)
        self.sound.toggled.connect(self._show_sound)
        self.sound.toggled.connect(self.sound_chosen)

    def _show_sound(self, sound: bool) -> None:
        self.sound.setIcon(self._icons.icon("speaker-high" if sound else "speaker-slash"))
