"""What does not fit in a window: words cut off, parts that overlap or stick out, a scroll bar across."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QMenuBar,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QToolButton,
    QWidget,
)


def misfits(root: QWidget) -> list[str]:
    """Each in words; none where all is well."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and widget.window() is root.window():
            found += [f"{said(widget)}: {problem}" for problem in problems(widget)]
    return found


def said(widget: QWidget) -> str:
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {widget.objectName()!r} {text[:60]!r}"


def problems(widget: QWidget) -> Iterator[str]:
    lacking = lacking_width(widget)
    if lacking > 0:
        yield f"lacks {lacking} pixels of width"
    if isinstance(widget, QLabel) and not widget.visibleRegion().isEmpty():
        height = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        if height > widget.height():
            yield f"lacks {height - widget.height()} pixels of height"
    if sticks_out(widget):
        yield f"{widget.geometry().getRect()} sticks out of its parent"
    if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().isVisible():
        yield "is scrolled sideways"
    if isinstance(widget, QMenuBar):
        last = widget.actionGeometry(widget.actions()[-1])
        if last.right() > widget.width():
            yield "its last menu does not fit"
    for one, other in overlapping(widget):
        yield f"{said(one)} {one.geometry().getRect()} overlaps {said(other)} {other.geometry().getRect()}"


def lacking_width(widget: QWidget) -> int:
    """Pixels that the words of a label, a button or a tab want, and have not."""
    if isinstance(widget, QLabel):
        return _lacking_in_label(widget)
    if isinstance(widget, QTabBar):
        wanted = widget.fontMetrics().horizontalAdvance
        return max(wanted(widget.tabText(at)) - widget.tabRect(at).width() for at in range(widget.count()))
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return 0
    return _wanted(widget) - widget.width() if isinstance(widget, QAbstractButton) and widget.text() else 0


def _lacking_in_label(label: QLabel) -> int:
    text, metrics = label.text(), label.fontMetrics()
    # A zero-width space marks where a path may be broken.
    words = text.replace("\u200b", " ").split() if label.wordWrap() else text.split("\n")
    widest = max((metrics.horizontalAdvance(its) for its in words), default=0)
    return widest - label.contentsRect().width()


def _wanted(button: QAbstractButton) -> int:
    """The room of its words, its icon and its mark."""
    words = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    icon = 0 if button.icon().isNull() else button.iconSize().width()
    mark = 0
    if isinstance(button, QCheckBox | QRadioButton):
        mark = button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, QStyleOptionButton(), button)
    return words + icon + mark


def sticks_out(widget: QWidget) -> bool:
    """Of its parent, sideways or down; what scrolls may."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    return not parent.rect().contains(widget.geometry()) and not widget.size().isEmpty()


def overlapping(parent: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Children of one parent that stand over one another, where a layout placed both."""
    layout = parent.layout()
    if layout is None:
        return
    placed = [
        its
        for its in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if its.isVisible() and layout.indexOf(its) >= 0
    ]
    for one, other in combinations(placed, 2):
        if one.geometry().intersects(other.geometry()):
            yield one, other
