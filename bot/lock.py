"""One running instance per data directory."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.errors import OperatorError, TemporaryError


class DataDirLock:
    """Holds the data directory while the context is open; the kernel lets go of it when the process ends, however it ends.

    Creates the directory (mode 0700). Raises `TemporaryError` where another process holds it, `OperatorError` where it cannot be written.
    """

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "running.lock"
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        descriptor = self._open()
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as exc:
            holder = os.pread(descriptor, 20, 0).decode("ascii", errors="replace").strip()
            os.close(descriptor)
            raise TemporaryError(
                f"followup-bot is already running on {self._path.parent} (process {holder or 'unknown'}); stop that one first."
            ) from exc
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None

    def _open(self) -> int:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as exc:
            raise OperatorError(
                f"The data directory {self._path.parent} cannot be written ({exc.strerror}); correct BOT_DATA_DIR or its permissions."
            ) from exc


def find_holder(data_dir: Path) -> int | None:
    """Return the process id of the running instance, or None; a lock file left behind by a dead process names nobody."""
    try:
        descriptor = os.open(data_dir / "running.lock", os.O_RDWR)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        text = os.pread(descriptor, 20, 0).decode("ascii", errors="replace").strip()
        return int(text) if text.isdigit() else None
    finally:
        os.close(descriptor)
    return None
