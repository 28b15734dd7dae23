"""Texts that are no values of their fields: kept beside the event of the form, until they are."""

from __future__ import annotations

from core.object import ComponentRef
from ui.editing import EditSession
from ui.workspace import Workspace


class Drafts:
    """Those of a new event wait here until it has a place in the agenda."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._waiting: dict[EditSession, dict[str, str]] = {}

    def of(self, ref: ComponentRef | None) -> dict[str, str]:
        """By the objectName of the input."""
        if ref is None:
            return {}
        kept = self._workspace.store.drafts(ref.object_id)
        return {field: text for (its, field), text in kept.items() if its == ref}

    def put(self, session: EditSession, ref: ComponentRef | None, field: str, text: str) -> None:
        """ref: whose it is; None: the session's, once it is stored."""
        if ref is not None:
            self._workspace.put_draft(ref, field, text)
        else:
            self._waiting.setdefault(session, {})[field] = text

    def drop(self, session: EditSession, ref: ComponentRef | None, field: str) -> None:
        """There is a value in its place."""
        self._waiting.get(session, {}).pop(field, None)
        if ref is not None:
            # First the value, so that at every moment one of the two is stored.
            session.store()
            self._workspace.drop_draft(ref, field)

    def settle(self, session: EditSession, ref: ComponentRef) -> None:
        """The session is stored there: what waited for that is kept."""
        for field, text in self._waiting.pop(session, {}).items():
            self._workspace.put_draft(ref, field, text)

    def hand_on(self, before: ComponentRef, after: ComponentRef) -> None:
        """What was typed for these dates is of the event that they have become."""
        for field, text in self.of(before).items():
            self._workspace.put_draft(after, field, text)
            self._workspace.drop_draft(before, field)

    def tidy(self) -> None:
        """Forget those of events that never came to be."""
        self._waiting = {its: drafts for its, drafts in self._waiting.items() if its.waiting}

    def clear(self) -> None:
        """The agenda goes."""
        self._waiting.clear()
