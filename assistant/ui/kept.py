"""One document of the store while it is worked on: every change is saved, and nobody's work is overwritten.

The product on the desk, the text under check, a persona in its form and what is listened to are such documents.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar
from uuid import uuid4

from assistant.errors import InputError
from assistant.store.failures import StoreError
from assistant.store.versions import Document, Outdated
from assistant.ui.people import signature
from assistant.ui.stores import documents

NAME_CHARS = 80

Content = TypeVar("Content")


@dataclass(kw_only=True)
class Kept(ABC, Generic[Content]):
    """Under which id and since which `version` (0: not yet) it is in the store, and what was `saved` of it.

    `serial` rises whenever something other than typing has put another text into the fields. Where somebody else has
    saved the same document meanwhile, `outdated` holds theirs until the copywriter has decided; `gone` says that it was
    deleted; `problem` says why the last save failed, and is empty while all is well.
    """

    id: str = field(default_factory=lambda: uuid4().hex)
    version: int = 0
    saved: Content | None = None
    saved_at: datetime | None = None
    serial: int = 0
    outdated: Document | None = None
    gone: bool = False
    problem: str = ""
    # A drawing that has been given up may still be saving while the next one begins: it is not somebody else.
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)

    kind: ClassVar[str]

    @property
    @abstractmethod
    def content(self) -> Content:
        """What is kept, as it stands now; never changed in place."""

    @property
    @abstractmethod
    def is_empty(self) -> bool:
        """Whether there is nothing worth a document yet."""

    @property
    @abstractmethod
    def shown_name(self) -> str:
        """What it is called in lists, in `NAME_CHARS` at most; may be empty."""

    @abstractmethod
    def body_of(self, content: Content) -> dict[str, Any]:
        """The form in which it is saved, as it comes back out of the store."""

    def take_name(self, document: Document) -> None:
        """Takes over the name that somebody else has given the same content. Where the content names itself: nothing."""

    def keep(self, asked: bool = False) -> None:
        """Saves what is new; what goes wrong is told by `problem`, `outdated` and `gone`, and nothing is lost here.

        `asked`: as a version that stays, and not as one that gives way to the next of these two minutes.
        """
        with self.lock:
            new = not self.is_empty if self.version == 0 else asked or self.content != self.saved
            if not new or self.outdated is not None or self.gone:
                return
            try:
                self._save_whoever_renamed(asked)
            except Outdated as error:
                self.outdated, self.gone = error.current, error.current is None
            except (StoreError, InputError) as error:
                self.problem = str(error)

    def _save_whoever_renamed(self, asked: bool) -> None:
        try:
            self._save(asked)
        except Outdated as error:
            # A name is no other content: whoever gave one has not been here before us.
            if error.current is None or self.saved is None or error.current.body != self.body_of(self.saved):
                raise
            self.version = error.current.version
            self.take_name(error.current)
            self._save(asked)

    def _save(self, asked: bool) -> None:
        # While this is written, the next drawing may have put something else there.
        content = self.content
        saved = documents().save(
            self.kind,
            self.id,
            self.body_of(content),
            name=self.shown_name,
            expected=self.version,
            by=signature(),
            auto=not asked,
        )
        self.version, self.saved_at, self.saved, self.problem = saved.version, saved.at, content, ""

    def go_apart(self) -> None:
        """It becomes a document of its own at the next save; what somebody else saved stays as it is."""
        self.id, self.version, self.saved, self.outdated, self.gone = uuid4().hex, 0, None, None, False
