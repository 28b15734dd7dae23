"""The strokes of a list row: one box at a time, in the theme's colours, from the left or from the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle

from core.event import Stage, Status
from core.query import ListedEvent
from ui.models.bands import Band
from ui.models.row_words import RowText, RowWords

# In pixels, as the look has them.
MARGIN = 8
GAP = 4
BAR = 3
DATE_WIDTH = 60
TEXT_RIGHT = 14
ICON = 14
DOT = 8
RADIUS = 8


class RowFonts:
    """The sizes of a row's lines, out of the list's font."""

    def __init__(self, base: QFont) -> None:
        self.base = base
        size = QFontInfo(base).pixelSize()
        self.summary = self._made(size, QFont.Weight.DemiBold)
        self.meta = self._made(round(size * 11 / 13))
        self.day = self._made(round(size * 21 / 13), QFont.Weight.DemiBold)
        self.month = self._made(round(size * 11 / 13))
        self.heading = self._made(round(size * 11 / 13), QFont.Weight.DemiBold)

    def _made(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(self.base)
        font.setPixelSize(size)
        font.setWeight(weight)
        return font

    @property
    def band_height(self) -> int:
        return QFontMetrics(self.heading).height() + 6

    @property
    def text_height(self) -> int:
        return QFontMetrics(self.summary).height() + 2 * QFontMetrics(self.meta).height()

    @property
    def row_height(self) -> int:
        """Room for a band and, under it, the three lines set close."""
        return self.band_height + self.text_height + 14 + GAP


class RowPainter:
    """Draws into one box; measured from the left, turned round where one reads from the right."""

    def __init__(
        self,
        painter: QPainter,
        fonts: RowFonts,
        colour: Callable[[str], QColor],
        icon: Callable[[str], QIcon],
        direction: Qt.LayoutDirection,
        box: QRect,
    ) -> None:
        self._painter = painter
        self._fonts = fonts
        self._colour = colour
        self._icon = icon
        self._direction = direction
        self._box = box

    def band(self, band: Band, words: RowWords) -> None:
        """The month at the left; today's line through the middle, with its word at the right."""
        middle = self._box.center().y()
        left, right = self._box.left() + MARGIN + 4, self._box.right() - MARGIN - 4
        area = QRect(left, self._box.top(), right - left, self._box.height())
        if band.month:
            left += self._write(area, words.month(band.month), self._fonts.heading, "muted") + 8
        if not band.today:
            return
        today = words.today()
        width = QFontMetrics(self._fonts.heading).horizontalAdvance(today)
        word = QRect(right - width, area.top(), width + 1, area.height())
        self._write(word, today, self._fonts.heading, "accent")
        line = self._turned(QRect(left, middle, right - width - 8 - left, 1))
        self._painter.fillRect(line, self._colour("accent"))

    def ground(self, state: QStyle.StateFlag) -> None:
        """What is selected, pointed at or has the keyboard."""
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            self._painter.setBrush(self._colour("accent_soft" if selected else "hover"))
            self._painter.drawRoundedRect(self._box, RADIUS, RADIUS)
        if selected:
            inset = max(6, self._box.height() // 5)
            bar = QRect(self._box.left(), self._box.top() + inset, BAR, self._box.height() - 2 * inset)
            self._painter.setBrush(self._colour("accent"))
            self._painter.drawRoundedRect(self._turned(bar), 1.5, 1.5)
        if state & QStyle.StateFlag.State_HasFocus:
            self._painter.setPen(QPen(self._colour("accent"), 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(QRectF(self._box).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def blank(self) -> None:
        """A row that is not known yet: bars where its lines will be."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colour("hover"))
        day = QRect(self._box.left() + 14, self._box.top() + (self._box.height() - 32) // 2, 30, 32)
        self._painter.drawRoundedRect(self._turned(day), 6, 6)
        left, width = self._box.left() + DATE_WIDTH, self._box.width() - DATE_WIDTH - TEXT_RIGHT
        for line, share in ((0, 70), (1, 85), (2, 40)):
            bar = QRect(left, self._box.top() + 12 + 18 * line, width * share // 100, 9)
            self._painter.drawRoundedRect(self._turned(bar), 4, 4)

    def event(self, event: ListedEvent, text: RowText, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._date(text, marked=selected or text.today)
        lines = self._lines()
        self._calendar_bar(text.colour, lines[0].top(), lines[2].bottom())
        cancelled = event.status is Status.CANCELLED
        font = QFont(self._fonts.summary)
        font.setStrikeOut(cancelled)
        self._write(lines[0], text.summary, font, "muted" if cancelled else "text")
        self._write(lines[1], text.meta, self._fonts.meta, "muted")
        right = self._marks(lines[2], text)
        details = lines[2].adjusted(0, 0, right - lines[2].right(), 0)
        if text.details and (event.status or event.stage in (Stage.IDEA, Stage.DRAFT)):
            self._dot(details, event)
            details.adjust(DOT + 6, 0, 0, 0)
        self._write(details, text.details, self._fonts.meta, "muted")

    def _date(self, text: RowText, *, marked: bool) -> None:
        lines = [(text.day, self._fonts.day), (text.month, self._fonts.month)]
        if text.year:
            lines.append((text.year, self._fonts.month))
        # Digits stand without descenders: their line is set closer than its font asks for.
        heights = [QFontMetrics(font).height() - (4 if font is self._fonts.day else 1) for _, font in lines]
        top = self._box.top() + (self._box.height() - sum(heights)) // 2
        for (words, font), height in zip(lines, heights, strict=True):
            area = QRect(self._box.left() + BAR, top, DATE_WIDTH - BAR - 6, height)
            colour = "accent" if marked and font is self._fonts.day else "text"
            self._write(area, words, font, colour, Qt.AlignmentFlag.AlignHCenter)
            top += height

    def _lines(self) -> list[QRect]:
        """Summary, meta, details: the room between them is what the box leaves."""
        heights = [QFontMetrics(font).height() for font in (self._fonts.summary, *[self._fonts.meta] * 2)]
        space = max(0, min(4, (self._box.height() - sum(heights) - 8) // 2))
        top = self._box.top() + (self._box.height() - sum(heights) - 2 * space) // 2
        left, width = self._box.left() + DATE_WIDTH, self._box.width() - DATE_WIDTH - TEXT_RIGHT
        lines = []
        for height in heights:
            lines.append(QRect(left, top, width, height))
            top += height + space
        return lines

    def _calendar_bar(self, colour: str, top: int, bottom: int) -> None:
        if colour:
            bar = QRect(self._box.left() + DATE_WIDTH - 9, top + 2, BAR, bottom - top - 3)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._colour(colour))
            self._painter.drawRoundedRect(self._turned(bar), 1.5, 1.5)

    def _marks(self, line: QRect, text: RowText) -> int:
        """Comments and repetition at the right; gives where they begin."""
        right = line.right() + 1
        if text.comments:
            width = QFontMetrics(self._fonts.meta).horizontalAdvance(text.comments)
            self._write(
                QRect(right - width, line.top(), width + 1, line.height()),
                text.comments,
                self._fonts.meta,
                "text",
            )
            right = self._paint_icon("message-square", line, right - width - 4)
        if text.repeats:
            right = self._paint_icon("repeat", line, right - (8 if text.comments else 0))
        return right - 8

    def _paint_icon(self, name: str, line: QRect, right: int) -> int:
        area = QRect(right - ICON, line.center().y() - ICON // 2 + 1, ICON, ICON)
        self._icon(name).paint(self._painter, self._turned(area))
        return area.left()

    def _dot(self, line: QRect, event: ListedEvent) -> None:
        """Filled for a status; a ring for a stage without one."""
        role = {Status.CONFIRMED: "ok", Status.TENTATIVE: "warn", Status.CANCELLED: "danger", None: "muted"}
        colour = self._colour(role[event.status])
        area = self._turned(QRect(line.left(), line.top(), DOT, line.height()))
        radius = DOT / 2 - (0.75 if event.status is None else 0.25)
        self._painter.setPen(QPen(colour, 1.5) if event.status is None else Qt.PenStyle.NoPen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush if event.status is None else colour)
        self._painter.drawEllipse(QPointF(QRectF(area).center()), radius, radius)

    def _write(
        self,
        area: QRect,
        text: str,
        font: QFont,
        colour: str,
        along: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """One line, elided; gives the width that it takes."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self._painter.setFont(font)
        self._painter.setPen(self._colour(colour))
        alignment = QStyle.visualAlignment(self._direction, along | Qt.AlignmentFlag.AlignVCenter)
        flags = alignment | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        self._painter.drawText(self._turned(area), int(flags), shown)
        return metrics.horizontalAdvance(shown)

    def _turned(self, area: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._box, area)
