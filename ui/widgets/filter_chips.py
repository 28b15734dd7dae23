"""The filters in force as chips: which days, one of three, and those that can be taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QStyle, QWidget

from ui.models.spans import Span
from ui.widgets.flow_layout import FlowLayout

# In pixels, as the look has them.
PADDING = 12
ICON = 12
GAP = 6
WIDEST = 220

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Chip(QAbstractButton):
    """A word in a pill. With an icon at its end it is there to be taken away."""

    removed = Signal()

    def __init__(
        self, colour: Callable[[str], QColor], icon: QIcon | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._colour = colour
        self._remove = icon
        self.setCheckable(icon is None)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if icon is not None:
            self.clicked.connect(self.removed)

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        # As wide as it is when it is chosen, so that nothing moves then.
        metrics = QFontMetrics(self._strong() if self.isCheckable() else self.font())
        extra = (GAP + ICON - 4 if self._remove else 0) + (0 if self.icon().isNull() else ICON + 2)
        width = metrics.horizontalAdvance(self.text()) + 2 * PADDING + extra
        return QSize(min(width, WIDEST), metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked() or self._remove is not None
        ground = "accent_soft" if strong or self.isDown() else "hover" if self.underMouse() else "surface"
        edge = 2.0 if self.hasFocus() else 1.0
        painter.setBrush(self._colour(ground))
        painter.setPen(QPen(self._colour("accent" if strong or self.hasFocus() else "border"), edge))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._write(painter, strong)
        painter.end()

    def _write(self, painter: QPainter, strong: bool) -> None:
        area = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        if self._remove is not None:
            mark = QRect(area.right() - ICON + 5, area.center().y() - ICON // 2 + 1, ICON, ICON)
            self._remove.paint(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), mark))
            area.setRight(mark.left() - GAP)
        if not self.icon().isNull():
            mark = QRect(area.left() - 2, area.center().y() - ICON // 2 + 1, ICON, ICON)
            self.icon().paint(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), mark))
            area.setLeft(mark.right() + 5)
        painter.setFont(self._strong() if self.isChecked() else self.font())
        painter.setPen(self._colour("accent" if strong else "text"))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width() + 1)
        area = QStyle.visualRect(self.layoutDirection(), self.rect(), area)
        centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(area, int(centred), shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._remove is not None and event.key() in _REMOVE:
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)


class SpanChips(QWidget):
    """Upcoming, past, all: one of them holds; Left and Right go to the next."""

    chosen = Signal(object)  # Span, by the person only

    def __init__(self, colour: Callable[[str], QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, spacing=6)
        flow.setContentsMargins(0, 2, 0, 2)  # in line with the buttons at its side
        self._chips = {span: Chip(colour, parent=self) for span in Span}
        for span, chip in self._chips.items():
            chip.setObjectName(f"span-{span.value}")
            self._group.addButton(chip)
            flow.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, span=span: self.chosen.emit(span))
        self.show_span(Span.UPCOMING)
        self._retranslate()

    @property
    def chips(self) -> list[Chip]:
        """In reading order."""
        return list(self._chips.values())

    def show_span(self, span: Span) -> None:
        self._chips[span].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        words = {Span.UPCOMING: self.tr("Upcoming"), Span.PAST: self.tr("Past"), Span.ALL: self.tr("All")}
        spoken = {
            Span.UPCOMING: self.tr("Upcoming events"),
            Span.PAST: self.tr("Past events"),
            Span.ALL: self.tr("All events"),
        }
        for span, chip in self._chips.items():
            chip.setText(words[span])
            chip.setAccessibleName(spoken[span])
            chip.updateGeometry()


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """name: its own, for the widget tree. facet: what it filters by, in words. remove: what takes it away."""

    name: str
    facet: str
    words: str
    remove: Callable[[], object]
    icon: str = ""


class ActiveFilters(QWidget):
    """The other filters in force, each with a way out; nothing at all when there are none."""

    emptied = Signal()  # the person took the last one away, and the focus with it

    def __init__(
        self,
        icon: Callable[[str], QIcon],
        colour: Callable[[str], QColor],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._colour = colour
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self, spacing=6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def chips(self) -> list[Chip]:
        """In reading order."""
        return list(self._chips)

    def show_filters(self, filters: Sequence[ActiveFilter]) -> None:
        """Show these; the focus stays at the place where it was."""
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.setObjectName("")  # it lives until this turn is over, and is not to be found
            chip.deleteLater()
        self._chips = [self._made(its) for its in filters]
        self.setVisible(bool(filters))
        self.updateGeometry()
        if focused is not None and self._chips:
            self._chips[min(focused, len(self._chips) - 1)].setFocus()
        elif focused is not None:
            self.emptied.emit()

    def _made(self, its: ActiveFilter) -> Chip:
        chip = Chip(self._colour, self._icon("x:accent"), self)
        if its.icon:
            chip.setIcon(self._icon(f"{its.icon}:accent"))
        chip.setObjectName(f"filter-{its.name}")
        chip.setText(its.words)
        chip.setAccessibleName(self.tr("Remove the filter {0}: {1}").format(its.facet, its.words))
        chip.setToolTip(chip.accessibleName())
        chip.removed.connect(its.remove)
        self._flow.addWidget(chip)
        chip.show()
        return chip
