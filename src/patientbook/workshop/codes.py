"""Codes and tickets: made from the system's randomness, read as people write them, kept as hashes."""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata

ALPHABET = "ACDEFGHJKMNPQRTUVWXY3479"  # no B and 8, I and 1, L, O and 0, S and 5, Z and 2
CODE_LENGTH = 6
_BETWEEN = re.compile(r"[\s\-‐-―−_.]+")
_TICKET = re.compile(r"[0-9a-f]{32}")
_SCRYPT_COST = 2**13  # some 20 ms and 8 MiB a word: people choose short ones, and this makes guessing dear


def make_code() -> str:
    """A room's code: six letters and digits, one of 191 million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def read_code(written: str) -> str | None:
    """The code that somebody typed: in capitals, without spaces and hyphens; None where it cannot be one."""
    code = _BETWEEN.sub("", unicodedata.normalize("NFKC", written[:100])).upper()
    return code if len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) else None


def shown_code(code: str) -> str:
    """The code in two groups of three, as it is read from a wall: `ACD EFG`."""
    return f"{code[:3]} {code[3:]}"


def make_room_id() -> str:
    """A room's id, for the addresses of its facilitator: 64 bits, in hex."""
    return secrets.token_hex(8)


def make_join_key() -> str:
    """What the QR code has beside the code, so that no limit on guessing stops who was there to see it: 64 bits."""
    return secrets.token_hex(8)


def is_join_key(written: str, key: str) -> bool:
    """Whether ``written`` is the room's key; how long this takes tells nothing about it."""
    return secrets.compare_digest(written.encode(errors="replace"), key.encode())


def make_ticket() -> str:
    """A participant's ticket, all there is to know them by: 128 bits, in hex."""
    return secrets.token_hex(16)


def is_ticket(written: str) -> bool:
    """Whether this has the form of a ticket."""
    return _TICKET.fullmatch(written) is not None


def hash_ticket(ticket: str) -> str:
    """What is stored of a ticket: its SHA-256, in hex. A ticket has 128 random bits, so nothing slower is needed."""
    return hashlib.sha256(ticket.encode()).hexdigest()


def read_word(written: str) -> str:
    """A personal word as it is compared: capitals, spaces and ways of writing an accent make no difference."""
    return "".join(unicodedata.normalize("NFKC", written).casefold().split())


def hash_word(room: str, word: str) -> str:
    """What is stored of the word that a participant chose, in hex; the same word in another room is another hash."""
    made = hashlib.scrypt(read_word(word).encode(errors="replace"), salt=room.encode(), n=_SCRYPT_COST, r=8, p=1)
    return made.hex()
