"""Sets a page in type: a text document made by a cursor, so that no text can be taken for markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRectF, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from cjeditor.catalogue import terms
from cjeditor.layout.icons import icon_character
from cjeditor.layout.theme import Theme, mix
from cjeditor.model.fields import Evidence
from cjeditor.window.evidence_icon import QUARTERS, paint_disc
from cjeditor.window.help.page import Block, Page, Run, Runs, Section, Table

MARGIN = 28
"""Pixels around the text."""

_LINE = 145
"""The distance of lines in percent of their height."""

_PAGE, _SECTION, _TERM, _LEAD, _TEXT, _CELL = 1.85, 1.3, 1.12, 1.16, 1.08, 1.0
"""Sizes of letters, as shares of the window's own."""

_ICON_BASELINE = -12
"""Percent of their height by which icons stand lower than letters, to be in the middle of them."""

_INDENT = 26
"""Pixels at 100 % by which lists stand in."""

_GAP = 9
"""Pixels at 100 % between paragraphs."""


@dataclass(frozen=True)
class Type:
    """What a page is set with: the window's font, the family of the icons, the colours, device pixels a pixel."""

    font: QFont
    icons: str
    theme: Theme
    ratio: float = 1.0

    def size(self, share: float) -> int:
        """Return so much of the window's size of letters, in pixels."""
        return round(self.font.pixelSize() * share)

    def gap(self, share: float = 1.0) -> int:
        """Return so much of the distance between paragraphs, in pixels."""
        return round(_GAP * share * self.font.pixelSize() / 13)

    @property
    def indent(self) -> int:
        """By how many pixels lists stand in."""
        return round(_INDENT * self.font.pixelSize() / 13)

    def colour(self, style: str) -> QColor:
        """Return a colour of the theme."""
        return QColor(self.theme.colour(style))


def set_page(document: QTextDocument, page: Page, type_: Type) -> None:
    """Fill `document` with `page`; what it held before is gone."""
    document.clear()
    document.setDefaultFont(type_.font)
    document.setDocumentMargin(MARGIN)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(wrap)
    Typesetter(document, type_).set(page)


class Typesetter:
    """Writes one page into an empty document, from top to bottom."""

    def __init__(self, document: QTextDocument, type_: Type) -> None:
        self._cursor = QTextCursor(document)
        self._type = type_
        self._steps = 0
        self._fresh = True

    def set(self, page: Page) -> None:
        """Write all."""
        self._cursor.beginEditBlock()
        self._paragraph(below=0.9, line=115)
        self._cursor.insertText(page.title, self._letters(_PAGE, bold=True))
        for section in page.sections:
            self._heading(section)
            for block in section.blocks:
                if isinstance(block, Table):
                    self._table(block)
                else:
                    self._block(block)
        self._cursor.endEditBlock()

    def _heading(self, section: Section) -> None:
        if not section.title:
            return
        self._paragraph(above=1.3 if section.term else 3.0, below=0.2 if section.term else 0.6, line=120)
        format_ = self._letters(_TERM if section.term else _SECTION, bold=True)
        format_.setAnchor(True)
        format_.setAnchorNames([section.anchor])
        self._cursor.insertText(section.title, format_)
        if section.beside:
            self._cursor.insertText(f"\u2002{section.beside}", self._letters(_CELL, colour="secondary"))

    def _block(self, block: Block) -> None:
        if block.kind in ("steps", "points"):
            self._list(block)
        elif block.kind == "tip":
            self._tip(block)
        else:
            lead = block.kind == "lead"
            for runs in block.items:
                self._paragraph(below=1.0)
                self._write(runs, _LEAD if lead else _TEXT, "secondary" if lead else "text")

    def _list(self, block: Block) -> None:
        """Set a list by hand: Qt's own puts bullets too near, and leaves them out of what is copied as text."""
        numbered = block.kind == "steps"
        for place, runs in enumerate(block.items, start=1):
            self._paragraph(below=1.0 if place == len(block.items) else 0.7 if numbered else 0.45, hanging=True)
            self._steps += numbered
            mark = f"{self._steps}." if numbered else "•"
            self._cursor.insertText(f"{mark}\t", self._letters(_TEXT, colour="secondary"))
            self._write(runs, _TEXT, "text")

    def _tip(self, block: Block) -> None:
        """Set paragraphs on a ground of their own, which only a table can have with air around the text."""
        theme = self._type.theme
        style = self._table_format(0.4, 2.2)
        style.setCellPadding(self._type.gap(0.9))
        made = self._insert_table(1, 1, style)
        cell = made.cellAt(0, 0)
        ground = cell.format()
        share = 0.16 if theme.dark else 0.08
        ground.setBackground(QColor(mix(theme.colour("selection"), theme.colour("card"), share)))
        cell.setFormat(ground)
        self._cursor = cell.firstCursorPosition()
        for place, runs in enumerate(block.items):
            self._fresh = place == 0
            self._paragraph()
            self._write(runs, _TEXT, "text")
        self._go_behind(made)

    def _table(self, table: Table) -> None:
        style = self._table_format(0.4, 2.2)
        style.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, width) for width in table.widths]
        )
        style.setBorderCollapse(True)
        if table.headed:
            style.setHeaderRowCount(1)
        made = self._insert_table(len(table.rows), len(table.widths), style)
        for place, row in enumerate(table.rows):
            head = table.headed and place == 0
            for column, runs in enumerate(row):
                cell = made.cellAt(place, column)
                self._frame_cell(cell, first=column == 0, last=place == len(table.rows) - 1, head=head)
                self._cursor = cell.firstCursorPosition()
                self._fresh = True
                self._paragraph(line=130)
                if head:
                    self._cursor.insertText("".join(run.text for run in runs), self._letters(_CELL, colour="secondary"))
                else:
                    self._write(runs, _CELL, "text")
        self._go_behind(made)

    def _table_format(self, above: float, below: float) -> QTextTableFormat:
        style = QTextTableFormat()
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        style.setBorder(0)
        style.setCellSpacing(0)
        style.setTopMargin(self._type.gap(above))
        style.setBottomMargin(self._type.gap(below))
        return style

    def _insert_table(self, rows: int, columns: int, style: QTextTableFormat) -> QTextTable:
        """Insert a table; the paragraph before it, which has to be there, takes no room."""
        self._paragraph(line=100)
        line = self._cursor.blockFormat()
        line.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(line)
        return self._cursor.insertTable(rows, columns, style)

    def _go_behind(self, table: QTextTable) -> None:
        """Go on with the empty paragraph that Qt keeps behind a table."""
        self._cursor = table.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._fresh = True

    def _frame_cell(self, cell: QTextTableCell, *, first: bool, last: bool, head: bool) -> None:
        """Give a cell its air, and a thin line below it."""
        style = cell.format().toTableCellFormat()
        style.setTopPadding(self._type.gap(0.55))
        style.setBottomPadding(self._type.gap(0.55))
        style.setLeftPadding(0 if first else self._type.gap(0.8))
        style.setRightPadding(self._type.gap(0.4))
        if not last:
            style.setBottomBorder(1)
            style.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            style.setBottomBorderBrush(QBrush(self._type.colour("rule.zero" if head else "rule")))
        style.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
        cell.setFormat(style)

    def _paragraph(self, *, above: float = 0, below: float = 0, line: int = _LINE, hanging: bool = False) -> None:
        """Begin a paragraph; the distances are in shares of the usual one."""
        style = QTextBlockFormat()
        style.setTopMargin(self._type.gap(above))
        style.setBottomMargin(self._type.gap(below))
        style.setLineHeight(line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if hanging:
            indent = self._type.indent
            style.setLeftMargin(indent)
            style.setTextIndent(-indent)
            style.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
        if self._fresh:
            # Its letters stay as they are: in a table they are what Qt knows the cell by.
            self._fresh = False
            self._cursor.setBlockFormat(style)
        else:
            plain = QTextCharFormat()
            plain.setFont(self._type.font)
            self._cursor.insertBlock(style, plain)

    def _write(self, runs: Runs, share: float, colour: str) -> None:
        for run in runs:
            if run.look == "mark":
                self._mark(cast(Evidence, run.text), share)
                continue
            text = run.text.replace("\n", "\u2028")
            if run.look == "icon":
                text = icon_character(run.text)
            elif run.look == "key":
                # Thin spaces for the air inside its frame.
                text = f"\u2009{text}\u2009"
            self._cursor.insertText(text, self._format(run, share, colour))

    def _mark(self, evidence: Evidence, share: float) -> None:
        """Draw a mark of evidence among the letters."""
        size, name, ratio = self._type.size(share), f"mark:{evidence}", self._type.ratio
        image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(0)
        painter = QPainter(image)
        place = list(terms.EVIDENCE).index(evidence)
        paint_disc(painter, QRectF(0, 0, size, size), QUARTERS[place], self._type.colour("primary"))
        painter.end()
        kind = QTextDocument.ResourceType.ImageResource.value
        self._cursor.document().addResource(kind, QUrl(name), image)
        format_ = QTextImageFormat()
        format_.setName(name)
        format_.setWidth(size)
        format_.setHeight(size)
        format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self._cursor.insertImage(format_)

    def _format(self, run: Run, share: float, colour: str) -> QTextCharFormat:
        bold = run.look in ("strong", "name")
        format_ = self._letters(share, bold=bold, colour=run.colour or ("secondary" if run.look == "quiet" else colour))
        if run.look == "icon":
            format_.setFontFamilies([self._type.icons])
            format_.setBaselineOffset(_ICON_BASELINE)
        elif run.look == "key":
            theme = self._type.theme
            format_.setBackground(QColor(mix(theme.colour("text"), theme.colour("card"), 0.09)))
        if run.target:
            format_.setAnchor(True)
            format_.setAnchorHref(f"help:{run.target}")
            format_.setForeground(self._type.colour("selection"))
        return format_

    def _letters(self, share: float, *, bold: bool = False, colour: str = "text") -> QTextCharFormat:
        font = QFont(self._type.font)
        font.setPixelSize(self._type.size(share))
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        format_ = QTextCharFormat()
        format_.setFont(font)
        format_.setForeground(self._type.colour(colour))
        return format_
