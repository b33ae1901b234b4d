"""Qt's own words: buttons, file dialogues, names of keys, and how numbers are typed, in the language of the windows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


class QtWords:
    """Lets Qt speak one language after the other. Needs a QCoreApplication when it speaks."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None
        self._locale: QLocale | None = None

    def speak(self, language: str) -> None:
        """Take the words and numbers of `language` in place of those before; English where Qt does not know it."""
        self._take_off()
        if self._locale is None:
            self._locale = QLocale()
        QLocale.setDefault(QLocale(language))
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(translator)
            self._translator = translator

    def be_silent(self) -> None:
        """Leave Qt as it was before the first word."""
        self._take_off()
        if self._locale is not None:
            QLocale.setDefault(self._locale)
            self._locale = None

    def _take_off(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
