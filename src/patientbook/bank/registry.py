"""The formats in which questions come in and go out. A new one is a new file and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from . import as_csv, as_gift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .model import BankQuestion, FromFile


class Format(NamedTuple):
    """How a format is read and written, how its files end and are encoded, and what it cannot carry."""

    read: Callable[[str, Mapping[str, Any] | None], FromFile]
    write: Callable[[Iterable[BankQuestion]], str]
    suffix: str
    encoding: str
    cannot_carry: Callable[[BankQuestion], str | None] = lambda _: None


FORMATS: dict[str, Format] = {
    "csv": Format(as_csv.read, as_csv.write, as_csv.SUFFIX, as_csv.ENCODING),
    "gift": Format(as_gift.read, as_gift.write, as_gift.SUFFIX, as_gift.ENCODING, as_gift.cannot_carry),
}
