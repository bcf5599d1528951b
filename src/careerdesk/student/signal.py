"""A signal without Qt: whoever is interested connects, and is called in turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Signal(Generic[T]):
    """Tells everyone connected about a value, in the thread that emits it."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[T], object]] = []

    def connect(self, callback: Callable[[T], object]) -> None:
        """Call ``callback`` from now on."""
        self._callbacks.append(callback)

    def disconnect(self, callback: Callable[[T], object]) -> None:
        """Stop calling ``callback``; it is no fault if it was not connected."""
        if callback in self._callbacks:
            self._callbacks.remove(callback)

    def emit(self, value: T) -> None:
        """Call everyone, even after one of them failed; the first failure is raised at the end."""
        failure: Exception | None = None
        for callback in tuple(self._callbacks):
            try:
                callback(value)
            except Exception as error:
                failure = failure or error
        if failure is not None:
            raise failure
